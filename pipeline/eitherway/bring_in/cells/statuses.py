"""Status words of other trackers as our six, in English, German, French and Spanish, with or without emoji."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from eitherway.bring_in.cells.stages import stage_in
from eitherway.bring_in.vocabulary import bare


class Standing(StrEnum):
    """Where an application stands. The first six are ours; the others say less than one of them."""

    APPLIED = "Applied"
    INTERVIEWING = "Interviewing"
    OFFER = "Offer"
    ACCEPTED = "Accepted"
    WITHDRAWN = "Withdrawn"
    REJECTED = "Rejected"
    OPEN = "open"
    NOT_YET = "not yet applied"


class Reading(NamedTuple):
    """What a status word says; `whole` if our status says as much, so that the word need not be kept."""

    standing: Standing
    whole: bool


DECIDED = (Standing.ACCEPTED, Standing.WITHDRAWN, Standing.REJECTED)

_S = Standing
# In this order: "offer declined" is no offer, "rejected after interview" is no interview. The last column says
# whether our status says as much as the words.
_RULES: tuple[tuple[Standing, bool, str], ...] = (
    (_S.NOT_YET, False, r"not (?:yet )?(?:applied|started|begun|sent)|to apply|will apply|want to apply|wish ?-?list|\bsaved\b|bookmark|"
        r"\bprospect|\bbacklog\b|\bdraft|research|interested\b(?<!not interested)|\bplan(?:ned|ning)?\b|\bto ?do\b|"
        r"\bideas?\b|preparing|in preparation|apply soon|ready to apply|\bshortlist(?:ed by me)?$|target|"
        r"(?:vor)?gemerkt|geplant|noch (?:nicht )?(?:zu )?bewerben|zu bewerben|nicht beworben|entwurf|offen lassen|"
        r"interessant|a postuler|a envoyer|a faire|brouillon|por aplicar|por enviar|por postular|guardad|"
        r"pendiente de (?:enviar|aplicar|postular)|borrador|^lead$|^new$|^neu$|^nouveau$|^nuevo$|^watch"),
    (_S.WITHDRAWN, True, r"withdr[ae]w|withdrawal|offer (?:declined|refused|rejected|turned down)|"
        r"(?:declined|refused|rejected|turned down)(?: the| their)? offer|declined by me|i declined|dropped out|"
        r"pulled out|not interested|opted out|zuruckgezogen|ruckzug|von mir abgesagt|selbst abgesagt|"
        r"angebot abgelehnt|abgebrochen|retir[ea]|desist|offre (?:declinee|refusee)|decline[er]?\b(?<!d) l.offre|"
        r"oferta (?:rechazada|declinada)|candidature retiree"),
    (_S.REJECTED, True, r"reject|not (?:shortlisted|invited|progressed|interviewed)|\bdeclin|not selected|no longer (?:under|in|being|considered)|not moving forward|"
        r"not progress|unsuccess|turned down|\bdenied|not (?:a )?(?:good )?fit|not hired|not accepted|regret|"
        r"^no$|^nope|did not get|didn.t get|passed over|they passed|\blost\b|\bfailed\b|"
        r"absage|abgelehnt|abgesagt|nicht erfolgreich|nicht genommen|ablehnung|refus|rejet|negati[vf]|"
        r"said no|no openings?|not hiring|no vacanc|non retenu|pas retenu|rechaz|descartad|no seleccionad|denegad|no pas[eo]|no apto"),
    (_S.REJECTED, False, r"(?:position|job|role|req\w*|posting|vacancy)\W+(?:was |is |has been )?"
        r"(?:filled|closed|cancel|withdrawn|removed|expired|gone|on ice)|^filled|no longer available|"
        r"stelle (?:besetzt|vergeben|gestrichen)|besetzt|poste pourvu|pourvu|puesto cubierto|cubierta|vacante cerrada"),
    (_S.ACCEPTED, True, r"accept|\bhired\b|\bsigned\b|got the job|\bwon\b|\bstarted\b|onboarding|angenommen|eingestellt|"
        r"unterschrieben|vertrag unterzeichnet|embauche|signe\b|aceptad|contratad|firmad"),
    (_S.OFFER, True, r"\boffer(?:ed|s)?\b|\bverbal\b|angebot|zusage|\boffre\b|proposition|promesse d.embauche|\bretenue?s?\b|selectionn|oferta|seleccionad|aprobad"),
    (_S.OFFER, False, r"negotiat|verhandl|negociat|negociac"),
    (_S.OPEN, False, r"ghost|no (?:response|reply|answer|news|word)|never heard|silen(?:ce|t)|\bstale\b|unanswered|"
        r"keine (?:antwort|ruckmeldung|reaktion)|ohne antwort|sans (?:reponse|nouvelle|retour)|pas de (?:reponse|retour)|"
        r"sin (?:respuesta|noticias)|on hold|\bhold\b|paus|freeze|frozen|pausiert|auf eis|en attente|en espera|"
        r"gone quiet|went quiet"),
    (_S.INTERVIEWING, False, r"assess|take ?-?home|coding|technical|\btests?\b|\btask\b|challenge|case study|"
        r"in talks|\btechnique\b|prueba|einstellungstest|probeaufgabe|screen|phone|\bcall\b|\bround|\bfinal|panel|"
        r"on ?-?site|second|\b2nd|\b3rd|reference check|background check|einladung|eingeladen|telefon|"
        r"probearbeit|probetag|convo[cq]|finalist|shortlist"),
    (_S.INTERVIEWING, True, r"^interviews?$|^interviewing$|in interviews?$|interview (?:stage|process|phase)|"
        r"^(?:vorstellungs|bewerbungs)?gesprache?$|im gesprach|^entretiens?$|en entretien|^entrevistas?$|"
        r"en entrevistas?|^interviewed$|^interview scheduled$"),
    (_S.INTERVIEWING, False, r"interview|gesprach|entretien|entrevista|\bmeeting\b|\bmet\b"),
    (_S.APPLIED, True, r"^(?:.*\b)?(?:applied|submitted)\b|application (?:sent|in|made|submitted|complete)|^sent$|"
        r"^cv sent$|resume sent|beworben|eingereicht|(?:ab|ver|ge)(?:ge)?s(?:chickt|endet|andt)|bewerbung raus|"
        r"bewerbung (?:lauft|versendet)|postule|envoyee?s?\b|candidature envoyee|aplicad|enviad|postulad|solicitad|inscri"),
    (_S.APPLIED, False, r"pending|waiting|awaiting|in (?:progress|process|review)|under (?:review|consideration)|"
        r"review|received|viewed|\bopen\b|active|ongoing|considering|acknowledged|confirmed|laufend|\blauft\b|offen|"
        r"in (?:bearbeitung|prufung)|ausstehend|wartend|warte|eingegangen|eingangsbestatigung|eingang (?:bestatigt|erhalten)|en cours|"
        r"en proceso|pendiente|en revision|recu|recibid|abiert|follow"),
)  # fmt: skip
_MADE = tuple((standing, whole, re.compile(pattern)) for standing, whole, pattern in _RULES)

_EMOJI = {
    _S.REJECTED: "❌✖❎🚫⛔👎🔴💔🙅",
    _S.OPEN: "👻💀🕸⏸💤",
    _S.INTERVIEWING: "📞☎🎥🗣💬🎤📹",
    _S.APPLIED: "📤📨✉📧📩📮⏳⌛🕐",
    _S.OFFER: "🎉🏆🥳🎊",
    _S.NOT_YET: "⭐🔖📌💭💡📝",
}
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])\s*[.):\-–]\s*(?=\D)")
_NO_WORDS = re.compile(r"[^\w'’/&+-]+|_")


@lru_cache(maxsize=4096)
def standing_of(text: str) -> Reading | None:
    """What the status says, None where nobody could tell.

    >>> standing_of("3. Telefoninterview").standing.value, standing_of("👻 Ghosted").standing.value
    ('Interviewing', 'open')
    """
    plain = _NUMBERED.sub("", " ".join(_NO_WORDS.sub(" ", bare(_NUMBERED.sub("", text))).split()))
    if not any(map(str.isalpha, plain)):
        return next(
            (Reading(standing, False) for standing, signs in _EMOJI.items() if set(signs) & {*text}), None
        )
    for standing, whole, pattern in _MADE:
        if pattern.search(plain):
            return Reading(standing, whole and not _says_more(plain))
    return Reading(_S.INTERVIEWING, False) if stage_in(text) else None


def wholly(standing: Standing) -> Reading:
    """The reading of a word that says just this."""
    return Reading(standing, whole=True)


def _says_more(plain: str) -> bool:
    """Whether the status tells more than one word for where it stands ("rejected after final round")."""
    return len(plain.split()) > 3
