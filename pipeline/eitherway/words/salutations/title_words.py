"""The words of job titles and salutations, in kinds, because some of them are people's names as well.

All are in lower case, without points, in the singular unless only the plural is a title.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, which are easier to read so than each in quotes."""
    return frozenset(text.split())


ADDRESS = words(
    """
    ambassador archbishop bishop brother capt captain chaplain chef coach colonel commander constable dame
    detective doctor dr father frau governor herr hon honorable honourable imam judge justice lady
    lieutenant lord lt ma'am maam madam madame mademoiselle mayor mesdames messrs miss mlle mme monsieur
    mr mrs ms mx nurse pastor prof professor rabbi rev revd reverend senator senhor senhora senor senora
    sergeant señor señora sgt sheriff signor signora sir sister
    """
)
"""Forms of address: alone they name nobody; before a name they belong to it."""

ROLES = words(
    """
    admin administrator adviser advisor agency agent analyst apprentice assistant associate attorney
    auditor authority broker bursar cashier ceo cfo chair chairman chairperson chairwoman chief chro cio
    ciso clerk cmo co-ordinator cofounder committee company consultant controller coo coordinator council
    counsel counsellor counselor cpo cto curator dentist department dept designer desk developer director
    dispatcher division editor educator employee employer estimator evp executive facilitator firm
    foreperson founder generalist gm group headhunter headmaster headmistress headteacher hr hrbp hrd
    inspector instructor intern interviewer investigator landlady landlord lawyer lead leadership lecturer
    librarian management manager matron mgr office officer official operator organisation organization
    owner panel paramedic personnel pharmacist physician physicist planner practitioner president producer
    professor programmer proprietor receptionist recruiter recruiting recruitment registrar rep
    representative researcher resources salesman salesperson saleswoman scheduler scientist secretary
    solicitor sourcer specialist spokesperson strategist subcontractor superintendent supervisor surgeon
    svp team technician therapist trainee treasurer trustee unit vicar volunteer vp
    """
)
"""Last words that make a title of whatever stands before them."""

OFFICES = ADDRESS | words(
    """
    architect banker board boss buyer chancellor contact contractor crew driver engineer fellow foreman
    forewoman friend handler head honor honour leader major maker master minister partner person priest
    principal provost staff teacher trainer warden
    """
)
"""Titles that are surnames too: titles when alone, or beside another word of a title."""

TRADES = words(
    """
    abbott archer baker barber butler carpenter carter clark cook cooper deacon dean farmer fisher
    gardener gardner hunter king marshal marshall mason miller page painter parker porter potter proctor
    ranger reader shepherd singer smith steward tailor taylor teller turner waiter walker weaver
    """
)
"""Names first of all: titles only after another word of a title."""

CIVIL = words("dr miss mr mrs ms mx")
"""After these a word of a title is a surname, Ms. Judge, if it is one of `BORNE`."""

BORNE = (
    OFFICES - ADDRESS
    | TRADES
    | words(
        """
        bishop brother chaplain chief clerk coach constable counsel doctor father judge justice lady lord
        nurse pastor sergeant sheriff sister vicar
        """
    )
)
"""Words of titles that people bear as surnames."""

HEADING = words("head master")
"""First words that make a title of a trade: Head Cook, but Principal Cook is somebody."""

RANKS = words(
    """
    acting assistant associate deputy executive interim managing regional senior vice
    """
)
"""First words that make a title of whatever follows."""

OTHERS = words(
    """
    academic account accountant accounting acquisition acting admissions affairs all anybody anyone
    application area assurance audit automation backend bank bar benefit branch brand building business
    campus care career case center centre chain charge city claim client clinical cloud co colleague
    college communication community compensation compliance concerned construction content corporate
    county creative credit culture current customer cyber data database decision delivery deputy design
    development devops digital distinguished district diversity donor duty editorial education electrical
    emeritus employment engagement engineering entry equity estate event everybody everyone experience
    export facility faculty faith field finance financial fire fleet floor former founding freelance
    frontend full function fundraising future general gentleman gentlemen global government graduate
    growth guest hardware health healthcare hello hiring hospitality hotel human inclusion information
    infrastructure inside insight insurance integration internal international interview interviewing
    inventory investment it kitchen lab labor laboratory labour ladies learning legal level line loan
    logistics machine maintenance manufacturing market marketing mechanical media medical member
    merchandising mobile national network new night nursing occupant onboarding online operation outreach
    part party pastry patient payroll people performance plant point police policy potential pr practice
    procurement product production program programme project property prospective public purchasing qa
    quality real reception recruit regional registered relation relationship research residential resource
    respected responsible restaurant retail revenue risk safety sale school screening scrum search
    security selection senior service shift shipping shop site social software solution sous spa stage
    stakeholder station store strategic strategy student success supply support sustainability system
    talent tax tech technical technology test testing traffic training transport transportation travel
    treasury university user ux valued vendor vice ward warehouse web whole wholesale workforce worldwide
    your
    """
)
"""The other words of titles and of salutations to nobody."""

LINKS = words("a an and at for in of on or the to")
"""Small words between them; An and To are names as well."""

OF = words("at for of to")
"""After an office: "Head of", "Assistant to", "Recruiter at"."""

OPENERS = words("attention attn dear greetings hello hi the to our my your")
"""What may stand before the one who is addressed."""

PLAIN = ROLES | OTHERS | RANKS
"""Words that are no names."""
