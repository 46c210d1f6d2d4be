"""What kind of source a noun or a name makes. All names are invented, save that of a country."""

import pytest
from invented_articles import read_article

CASES = [
    # who says it, the kind of the link
    ("The regulator", "body"),
    ("The militia", "body"),
    ("A supermarket chain", "body"),
    ("The aid agency", "body"),
    ("The space agency", "body"),
    ("The news agency", "outlet"),
    ("The state news agency", "outlet"),
    ("The prosecution", "body"),
    ("The town hall", "body"),
    ("Ostra Steel", "body"),
    ("Volkmar AG", "body"),
    ("Brennick Partners", "body"),
    ("Vessby Rovers", "body"),
    ("Luxembourg", "body"),
    ("Tom Mills", "person"),
    ("Helen Power", "person"),
    ("The lawmaker", "person"),
    ("The hotelier Nils Ekdal", "person"),
    ("The draft law", "document"),
    ("The charge sheet", "document"),
    ("The newspaper's editorial", "document"),
    ("An earlier version of this article", "document"),
    ("Satellite images", "document"),
    ("A Western diplomat", "anonymous"),
    ("A neighbour who did not wish to be named", "anonymous"),
    ("A clerk who would not give his name", "anonymous"),
    ("A nurse who feared reprisals", "anonymous"),
    ("A person involved in the talks", "anonymous"),
    ("A trader who insisted on anonymity", "anonymous"),
    ("The Coopers' Guild", "body"),
    ("Mountain rescue", "body"),
    ("Ulvgrid, which runs the lines,", "body"),
    ("FerryTrack", "body"),
    ("VanderLoo", "person"),
    ("Ilse MacHolm", "person"),
    ("The business daily Kvist", "outlet"),
    ("A slide", "document"),
    ("The catalogue", "document"),
    ("The festival programme", "document"),
    ("Her programme", "document"),
    ("The programme", "outlet"),
    ("One", "anonymous"),
    ("The other", "anonymous"),
    ("One of the nurses", "person"),
    ("The logbook", "document"),
    ("A freedom of information request", "document"),
    ("Weir office data", "document"),
    ("A clerk who did not want her name used", "anonymous"),
    ("The FIR", "document"),
    ("Harbour rules", "document"),
    ("The scoresheet", "document"),
    ("The club's constitution", "document"),
    ("The Minister", "person"),
    ("The Comptroller and Auditor General", "body"),
    ("Neighbours Against Noise", "body"),
    ("Labour", "body"),
    ("Fathers Without Fences", "body"),
]


@pytest.mark.parametrize(("who", "kind"), CASES)
def test_kind(who, kind):
    attributions = read_article(f"{who} said 40 men had drowned.").attributions
    assert [str(link.kind) for link in attributions[0].chain] == [kind]


USES = [
    # a text, the kinds of the links of its first attribution
    ("Ulv said 40 men had drowned. Shares in Ulv fell.", ["body"]),
    ("Ulv, the maker of oars, closed in May. Ulv said 40 men had drowned.", ["body"]),
    ("Ulv said 40 men had drowned. Ulv shares slid.", ["body"]),
    ("Rival Ulv said 40 men had drowned. Ulv posted a loss.", ["body"]),
    ("Mr Ulv said 40 men had drowned. Ulv House posted a loss.", ["person"]),
    (
        "The business daily Ulv reported on Monday, citing two officials, that the mill had lost 40 men.",
        ["outlet", "body"],
    ),
    ("A nurse at the mill in Vessby said 40 men had drowned. She asked not to be named.", ["anonymous"]),
    ("PORT ELM, May 4 (Ulvwire) - A ferry sank. Ulvwire said 40 men had drowned.", ["outlet"]),
    ("Holm said 40 men had drowned. Holm's brother rowed.", ["person"]),
    ("A nurse said 40 men had drowned. She asked not to be named.", ["anonymous"]),
    ("A nurse said 40 men had drowned. The ship was named in May.", ["person"]),
    ("Orla Venn said 40 men had drowned. She asked not to be named in court.", ["person"]),
]


@pytest.mark.parametrize(("text", "kinds"), USES)
def test_kind_by_use(text, kinds):
    attributions = read_article(text).attributions
    assert [str(link.kind) for link in attributions[0].chain] == kinds
