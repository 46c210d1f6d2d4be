"""The closed sets of words that records use and the JSON contract prints. Imports nothing of ours."""

from enum import StrEnum


class PageKind(StrEnum):
    """What sort of document a page came as; it decides how the text is taken apart."""

    HTML = "html"
    DUMP = "dump"
    ARTICLE = "article"
    WARC = "warc"


class BlockKind(StrEnum):
    """What a stretch of the page is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    RELATED = "related"
    FURNITURE = "furniture"
    COMMENT = "comment"


class Role(StrEnum):
    """What a figure does in its sentence."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    PERCENT = "percent"
    RATIO = "ratio"
    SHARE = "share"
    RATE = "rate"
    DURATION = "duration"
    AGE = "age"
    RANK = "rank"
    SCORE = "score"


class Hedge(StrEnum):
    """How exact the text says a figure is."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    VAGUE = "vague"


class LabelClass(StrEnum):
    """Why a numeral measures nothing."""

    DATE = "date"
    YEAR = "year"
    DECADE = "decade"
    TIME = "time"
    ORDINAL = "ordinal"
    RANK = "rank"
    SCORE = "score"
    LAW = "law"
    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    LIST = "list"
    IDIOM = "idiom"
    PRONOUN = "pronoun"


class LinkKind(StrEnum):
    """What sort of source a link of a chain is."""

    PERSON = "person"
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class Mode(StrEnum):
    """Whether the source's own words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Certainty(StrEnum):
    """How the source stands to what it says."""

    STATED = "stated"
    ESTIMATED = "estimated"
    ALLEGED = "alleged"
    DENIED = "denied"
    PREDICTED = "predicted"


class CheckKind(StrEnum):
    """Which sort of sum the text states."""

    MULTIPLE = "multiple"
    SHARE = "share"
    CHANGE = "change"
    DIFFERENCE = "difference"
    TOTAL = "total"
    RATE = "rate"
    AVERAGE = "average"
    ELAPSED = "elapsed"
    RESTATEMENT = "restatement"
    ORDERING = "ordering"
    CONVERSION = "conversion"
    COUNT = "count"


class Verdict(StrEnum):
    """What came of doing a stated sum again."""

    ADDS_UP = "adds_up"
    DOES_NOT = "does_not"
    CANNOT = "cannot"


class Agreement(StrEnum):
    """Whether two figures for the same thing can both stand."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    CANNOT = "cannot"


class Severity(StrEnum):
    """How much a finding matters; ``--fail-on`` compares these."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
