"""What people call their columns, in English, German, French and Spanish.

No template's headers are copied: these are the words of the four languages for the same few things. A header
is compared as the set of its words, without case, accents and the small words between ("Date of application"
is "application date"). Phrases are divided by "|".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import combining, normalize

from eitherway.bring_in.meanings import Meaning
from eitherway.words.salutations.title_words import words

_M = Meaning
_PHRASES: tuple[tuple[Meaning, str], ...] = (
    (_M.COMPANY, """
        company|company name|employer|employer name|organization|organisation|organization name|business|firm|
        company applied|hiring company|org|agency company|company organization|name company|companies|
        firma|firmenname|unternehmen|unternehmensname|arbeitgeber|betrieb|name unternehmen|name firma|
        entreprise|societe|employeur|nom entreprise|nom societe|organisme|entreprises|
        empresa|compania|empleador|nombre empresa|organizacion|nombre compania|empresas"""),
    (_M.ROLE, """
        role|position|job title|job|job role|role title|position title|job position|position applied|role applied|
        job name|opening|vacancy|post|job post|post title|designation|role position|title position|job title role|roles|
        position name|role name|post applied|post applied for|job applied|job applied for|title applied|job description title|
        stelle|position stelle|stellenbezeichnung|stellentitel|jobtitel|beruf|berufsbezeichnung|rolle|
        stellenangebot|tatigkeit|funktion|ausgeschriebene stelle|stelle position|
        poste|intitule poste|intitule|fonction|offre|nom poste|titre poste|emploi|poste vise|metier|
        puesto|cargo|vacante|titulo puesto|puesto trabajo|posicion|oferta|nombre puesto|rol|puesto solicitado"""),
    (_M.STATUS, """
        status|stage|current status|application status|application stage|state|progress|phase|job status|
        current stage|pipeline stage|pipeline|status application|where it stands|
        stand|bewerbungsstatus|stand bewerbung|aktueller stand|status bewerbung|bearbeitungsstand|
        statut|etat|avancement|etape|etat candidature|statut candidature|suivi|situation|
        estado|estatus|fase|etapa|estado solicitud|estado candidatura|estado actual|situacion"""),
    (_M.OUTCOME, """
        outcome|result|final result|final outcome|decision|final status|verdict|final decision|response|
        ergebnis|resultat|ausgang|entscheidung|antwort|ruckmeldung|
        issue|decision finale|reponse|
        resultado|desenlace|respuesta"""),
    (_M.APPLIED_ON, """
        date applied|applied|applied on|application date|applied date|date application|date submitted|submitted|
        submission date|submitted on|date sent|applied at|when applied|application sent|application submitted|
        apply date|day applied|date cv sent|resume sent|cv sent|sent on|application sent on|applied when|
        beworben|beworben am|bewerbungsdatum|datum bewerbung|bewerbung am|bewerbung gesendet|bewerbung vom|
        versandt|verschickt|abgesendet|abgesendet am|bewerbung raus|abgeschickt|abgeschickt am|gesendet am|versendet am|bewerbung versendet|bewerbung abgeschickt|
        versandt am|bewerbung verschickt|verschickt am|eingereicht am|bewerbung eingereicht|
        date candidature|candidature envoyee|date envoi|envoyee|envoye|postule|date postulation|date depot|
        candidature envoyee le|postule le|envoi cv|date envoi cv|envoye le|envoyee le|
        fecha solicitud|fecha aplicacion|fecha postulacion|fecha envio|aplicado|enviado|fecha candidatura|
        solicitud enviada|postulado|fecha inscripcion|aplicado el|enviado el|fecha envio cv"""),
    (_M.DATE, """
        date|day|timestamp|zeitstempel|datum|tag|fecha|dia|jour|event date|date event|date contact|contact date|date contacted|when|wann|quand|cuando"""),
    (_M.SOURCE, """
        source|where|through|found through|applied through|found on|found via|where found|platform|job board|site|website source|channel|heard about|
        how found|applied via|applied through|applied where|where applied|source lead|lead source|via|
        job source|application method|how applied|application source|medium|portal applied|portal|
        quelle|wo|uber|gefunden auf|gefunden uber|fundort|plattform|stellenborse|jobborse|kanal|gefunden bei|woher|
        beworben uber|
        origine|plateforme|canal|trouve sur|site emploi|provenance|
        fuente|origen|pagina|sitio|plataforma|encontrado|donde encontre|medio|portal empleo"""),
    (_M.LINK, """
        link|url|job link|job url|posting|job posting|link posting|posting link|posting url|ad|job ad|
        application link|listing|listing url|job listing|listing link|website|web page|link job|advert|
        job post link|application url|job description link|job description url|jd link|jd|link jd|hyperlink|
        job posting url|job posting link|job page|link application|
        anzeige|stellenanzeige|ausschreibung|link anzeige|link stelle|link stellenanzeige|webseite|internetseite|
        annonce|lien|lien annonce|lien offre|offre emploi lien|site web|
        enlace|vinculo|enlace oferta|anuncio|enlace anuncio|pagina web|liga"""),
    (_M.REFERENCE, """
        reference|reference number|ref|req|req id|requisition|requisition id|job id|requisition number|job number|
        posting id|job ref|job reference|ref no|vacancy number|id number|job code|application id|ref number|
        referenz|referenznummer|kennziffer|chiffre|stellennummer|aktenzeichen|job nr|ref nr|stellen id|
        numero offre|numero reference|
        referencia|numero referencia|codigo oferta|codigo"""),
    (_M.INDUSTRY, """
        industry|sector|field|business field|domain|company industry|vertical|
        branche|industrie|bereich|wirtschaftszweig|
        secteur|secteur activite|domaine|
        industria|rubro|giro|sector industria"""),
    (_M.WHY, """
        why|why this job|why company|why them|reason|motivation|why interested|interest|why i want it|why here|
        warum|grund|pourquoi|por que|motivacion|motivo"""),
    (_M.DECISION_BY, """
        decision by|decision expected|expected decision|hear back by|hear by|expected response|
        response expected|decision due|expect to hear|answer by|expected answer|expected reply|
        decision due date|entscheidung bis|antwort bis|ruckmeldung bis|entscheidung erwartet|
        decision attendue|reponse attendue|reponse avant|
        decision esperada|respuesta esperada|respuesta antes"""),
    (_M.DECIDED_ON, """
        decided on|rejected on|date rejected|rejection date|rejection received|closed on|date closed|offer date|
        date offer|outcome date|result date|date decision|decision date|rejected date|offer received|closed date|date result|
        absage am|absagedatum|abgelehnt am|absage erhalten|zusage am|entschieden am|absage vom|
        date refus|refus le|refuse le|date reponse finale|
        fecha rechazo|rechazado el|fecha decision|fecha resultado"""),
    (_M.NOTES, """
        notes|note|comments|comment|remarks|remark|details|detail|notes comments|additional notes|other notes|memo|
        general notes|misc|feedback|interview feedback|interview notes|feedback notes|further notes|my notes|observations|thoughts|how it went|how did it go|impressions|
        notizen|notiz|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|sonstiges|
        remarques|remarque|commentaire|commentaires|observation|divers|
        notas|nota|comentarios|comentario|observaciones|observacion"""),
    (_M.INTERVIEW, """
        interview|interviews|interview date|interview dates|date interview|interviewed|interviewed on|
        interview on|interview scheduled|meeting|meeting date|date met|conversation date|
        interview stages|interview rounds|interview history|interviews so far|interview log|rounds|stages|
        history|status history|timeline|application history|activity log|event log|log|steps so far|steps|milestones|verlauf|chronik|ablauf|historique|chronologie|historial|cronologia|
        gesprach|vorstellungsgesprach|gesprache|gesprachstermin|termin|vorstellungstermin|gesprach am|
        interviewtermin|vorstellungsgesprach am|bewerbungsgesprach|gesprachsdatum|
        entretien|entretiens|date entretien|rendez vous|rdv|entretien le|date rdv|
        entrevista|entrevistas|fecha entrevista|cita|entrevista el|fecha cita"""),
    (_M.INTERVIEWER, """
        interviewer|interviewers|interviewed by|interviewer name|interviewer names|panel|met with|who i met|
        interview with|people met|spoke with|spoke to|talked to|with|with whom|interview panel|interviewers names|
        who|met|panel members|panelists|panellists|interview team|participants|attendees|who attended|people met|interviewing with|interviewers met|met by|meeting with|interviewed with|spoken with|person met|persons met|person interviewed by|teilnehmer|teilnehmende|participantes|asistentes|name interviewer|
        gesprachspartner|gesprach mit|gesprochen mit|getroffen|beteiligte|interview mit|interviewpartner|gesprachspartnerin|mit|mit wem|gesprachspartner innen|
        intervieweur|intervieweurs|intervieweuse|personne rencontree|personnes rencontrees|rencontre avec|reunion avec|vu avec|entretien avec|recruteurs rencontres|avec|avec qui|
        entrevistador|entrevistadora|entrevistadores as|quien entrevisto|persona entrevistadora|reunion con|hable con|entrevistadores|entrevista con|con|con quien|entrevistado por"""),
    (_M.ROUND, """
        round|interview round|round number|interview number|
        runde|gesprachsrunde|tour|ronda|vuelta"""),
    (_M.FORMAT, """
        format|interview type|interview format|type interview|medium interview|interview mode|mode|
        interview method|
        gesprachsart|art gesprach|type entretien|tipo entrevista|modalidad entrevista|formato|form gesprach"""),
    (_M.TIME, """
        time|interview time|start time|time interview|start|
        uhrzeit|zeit|beginn|heure|hora|heure entretien|hora entrevista"""),
    (_M.POINT, """
        what we talked about|talked about|topics|discussed|what we discussed|topics discussed|conversation|
        conversation topics|talking points|discussion|discussion points|
        gesprachsthemen|themen|besprochen|sujets|sujets abordes|temas|temas tratados"""),
    (_M.FOLLOW_UP_ON, """
        follow up date|follow up|follow up on|next follow up|followup|follow up by|follow up due|next contact|
        date follow up|next follow up date|reminder|reminder date|follow up reminder|next touch|
        wiedervorlage|nachfassen|nachfassen am|nachhaken am|nachhaken|wiedervorlage am|erinnerung|
        relance|date relance|relancer le|prochaine relance|rappel|relance le|
        seguimiento|fecha seguimiento|proximo seguimiento|recordatorio"""),
    (_M.THANKED, """
        thank you sent|thank you|thank you note|thanked|thank you email|thank you letter|thanks sent|
        thank you note sent|thank you email sent|date thanked|thank you date|
        dankschreiben|bedankt|dank gesendet|dankesschreiben|danke mail|remerciement|remerciement envoye|
        agradecimiento|agradecimiento enviado|gracias enviado"""),
    (_M.CHECKED_IN, """
        check in sent|follow up sent|followed up|followed up on|last follow up|follow up email sent|
        date followed up|
        nachgefasst|nachgefasst am|nachgehakt|nachgehakt am|relance envoyee|relance le|relance faite|
        seguimiento enviado|seguimiento hecho"""),
    (_M.REPLIED, """
        reply received|replied|replied on|response date|date response|heard back|reply date|response received|
        heard back on|date heard back|reply|answered on|date reply|
        antwort am|antwort erhalten|ruckmeldung am|antwort erhalten am|ruckmeldung erhalten|antwort vom|
        date reponse|reponse recue|reponse le|fecha respuesta|respuesta recibida|respuesta el"""),
    (_M.CONTACT, """
        people|persons|people involved|contact|contact name|contact person|point contact|contacts|name contact|key contact|company contact|
        main contact|poc|reached out|reached out to|connected with|contacted|networking contact|inside contact|person contacted|contacted person|person spoken to|contact info|contact information|contact details|person contact|
        ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|ansprechperson|name ansprechpartner|
        ansprechpartner innen|kontaktdaten|
        contact nom|nom contact|personne contact|interlocuteur contact|interlocuteur|interlocuteurs|interlocutrice|
        contacto|persona contacto|nombre contacto"""),
    (_M.RECRUITER, """
        recruiter|recruiter name|hr contact|hr|talent partner|recruiting contact|headhunter|agency contact|
        recruiter contact|talent acquisition|recruiter hr|name recruiter|hr person|
        personaler|personalerin|recruiterin|personalreferent|personalvermittler|hr ansprechpartner|
        recruteur|recruteuse|contact rh|rh|charge recrutement|
        reclutador|reclutadora|contacto rrhh|rrhh|recursos humanos"""),
    (_M.HIRING_MANAGER, """
        hiring manager|manager|hiring manager name|boss|future manager|hiring lead|supervisor|
        vorgesetzter|vorgesetzte|fachvorgesetzter|abteilungsleiter|fuhrungskraft|
        manager recruteur|responsable|superieur|jefe|responsable contratacion|gerente contratacion"""),
    (_M.FIRST_NAME, """
        first name|given name|forename|contact first name|vorname|prenom|nombre pila"""),
    (_M.LAST_NAME, """
        last name|family name|surname|contact last name|nachname|familienname|nom famille|apellido|apellidos"""),
    (_M.TITLE, """
        contact title|contact role|contact position|contact job title|interviewer title|interviewer role|
        recruiter title|title contact|their title|their role|
        position ansprechpartner|funktion ansprechpartner|fonction contact|cargo contacto|puesto contacto"""),
    (_M.EMAIL, """
        email|e mail|email address|contact email|recruiter email|mail|e mail address|contact email address|
        interviewer email|hiring manager email|contact e mail|email contact|
        e mail adresse|mailadresse|e mail ansprechpartner|kontakt mail|email adresse|
        courriel|adresse mail|adresse email|mail contact|email du contact|adresse e mail|
        correo|correo electronico|email contacto|correo contacto"""),
    (_M.PHONE, """
        phone|phone number|contact phone|telephone|tel|mobile|contact number|cell|contact phone number|
        recruiter phone|phone no|mobile phone|business phone|
        telefon|telefonnummer|rufnummer|handy|mobil|telefon ansprechpartner|durchwahl|
        telephone contact|numero telephone|portable|
        telefono|celular|movil|numero telefono|telefono contacto"""),
    (_M.ADDRESS, """
        address|postal address|company address|employer address|mailing address|street address|
        adresse|anschrift|postanschrift|firmenadresse|adresse postale|adresse entreprise|
        direccion|domicilio|direccion empresa"""),
    (_M.PROFILE, """
        linkedin|linkedin profile|linkedin url|contact linkedin|recruiter linkedin|profile|xing|xing profil|
        linkedin contact|linkedin profil|profil linkedin|perfil linkedin|interviewer linkedin|contact profile"""),
    (_M.OWN, """
        salary|salary range|pay|pay range|compensation|expected salary|salary expectation|rate|wage|base salary|
        salary min|salary max|minimum salary|maximum salary|total compensation|tc|hourly rate|
        location|city|place|country|remote|work mode|onsite remote|hybrid|work type|office|state province|region|
        priority|rating|excitement|fit|score|interest level|match|ranking|stars|tier|
        resume|cv|resume version|cv version|cover letter|resume used|resume name|portfolio|cover letter sent|
        cover letter used|documents|attachments|tags|tag|labels|category|type|job type|employment type|
        contract type|benefits|deadline|application deadline|closing date|due date|posted|posted on|date posted|
        posting date|date saved|saved on|date added|added on|created|created time|last edited|last edited time|
        last updated|updated|last update|date updated|last contact|last contacted|days since|days since applied|status date|stage date|date status|status changed|archived|favorite|starred|
        next step|next steps|next action|action|action needed|action items|to do|todo|number|no|nr|id|key|
        referral|referred by|referrer|company size|size|company description|description|job description|
        requirements|skills|tech stack|level|seniority|department|team|years experience|visa|sponsorship|
        login|username|user name|password|account|question|questions|answers|question and answers|
        questions and answers|week|month|year|quarter|assessment|take home|comp|comp range|ote|next|closes|closes on|expires|oa|pros|cons|equity|bonus|commute|
        distance|method contact|contact method|method|mode candidature|type candidature|art bewerbung|bewerbungsart|glassdoor|glassdoor rating|start date|company website|website company|firmenwebsite|site entreprise|
        gehalt|gehaltsvorstellung|gehaltswunsch|ort|standort|arbeitsort|stadt|prioritat|bewertung|frist|
        bewerbungsfrist|bewerbungsschluss|lebenslauf|anschreiben|unterlagen|nachster schritt|nachste schritte|
        laufende nummer|lfd nr|lfd|eintrittsdatum|eingangsbestatigung|eingangsbest|arbeitszeit|vertragsart|art|homeoffice|entfernung|
        letzter kontakt|kategorie|beschreibung|empfehlung|empfohlen von|todo|zugangsdaten|benutzername|passwort|
        salaire|remuneration|lieu|ville|priorite|note interet|date limite|lettre motivation|contrat|
        type contrat|prochaine etape|dernier contact|teletravail|description poste|numero|pretention|
        pretentions salariales|
        salario|sueldo|ubicacion|lugar|ciudad|prioridad|fecha limite|carta presentacion|siguiente paso|
        proximo paso|ultimo contacto|modalidad|tipo contrato|remoto|descripcion|curriculum|
        expectativa salarial|pretension salarial"""),
)  # fmt: skip

_SMALL_WORDS = words(
    """
    the a an of for to my your our in at on and or is s i der die das des dem den ein eine fur
    von zu zur zum und im le la les l de du d des un une et a au pour el los las del un una y e para
    en
    """
)
_NOT_WORDS = re.compile(r"[^\w]+|_")
_ON_SITE = re.compile(r"\bon[- ]site\b")
_ASIDES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_AFTER_CAPITALS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


def words_of(header: str) -> tuple[str, ...]:
    """A header's words in small letters without accents; what stands in brackets only where nothing else does.

    >>> words_of("📅 Date of Application (dd/mm)"), words_of("follow_up-Date"), words_of("JobTitle")
    (('date', 'application'), ('follow', 'up', 'date'), ('job', 'title'))
    """
    outside = _ASIDES.sub(" ", header)
    text = outside if any(map(str.isalpha, outside)) else header
    text = _AFTER_CAPITALS.sub(" ", text)
    every = [word for word in _NOT_WORDS.split(_ON_SITE.sub("onsite", bare(text))) if word]
    some = [word for word in every if word not in _SMALL_WORDS]
    return tuple(some or every)


def bare(text: str) -> str:
    """The text in small letters without accents: ß is ss, é is e."""
    if text.isascii():
        return text.casefold()
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


@cache
def known() -> Mapping[frozenset[str], Meaning]:
    """Every phrase as the set of its words; where two meanings have one, the earlier."""
    found: dict[frozenset[str], Meaning] = {}
    for meaning, phrase in phrases():
        found.setdefault(frozenset(words_of(phrase)), meaning)
    return found


def phrases() -> Iterator[tuple[Meaning, str]]:
    """Every meaning with each of its phrases."""
    for meaning, text in _PHRASES:
        for phrase in text.split("|"):
            yield meaning, " ".join(phrase.split())
