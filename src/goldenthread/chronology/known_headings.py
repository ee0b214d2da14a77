"""What agencies call the columns of a chronology, by what the column holds. Data only.

Case, punctuation and spacing do not matter, nor whether ``&`` or ``and`` is written. A heading may
be a word agencies use for two things (“contact”); it is listed where it is meant most often, and
the cells of the column decide (:mod:`goldenthread.chronology.headings`).
"""

from collections.abc import Mapping
from enum import StrEnum


class Field(StrEnum):
    """What a column of a chronology can hold."""

    DATE = "date"
    TIME = "time"
    UNTIL = "until"
    UNTIL_TIME = "until_time"
    NUMBER = "number"
    EVENT = "event"
    SOURCE = "source"
    QUOTE = "quote"
    AGENCY = "agency"
    PROFESSIONAL = "professional"
    FAMILY_MEMBER = "family_member"
    CHILD_SEEN = "child_seen"
    SEEN_ALONE = "seen_alone"
    VOICE = "voice"
    ACTION = "action"
    OUTCOME = "outcome"
    IMPACT = "impact"
    PLACE = "place"
    THEME = "theme"
    COMMENT = "comment"
    AGE = "age"
    STANDING = "standing"
    RECORDED_ON = "recorded_on"
    RECORDED_BY = "recorded_by"
    REVIEW = "review"


CALLED: Mapping[Field, str] = {
    Field.DATE: "when it happened",
    Field.TIME: "the time it happened",
    Field.UNTIL: "when it ended",
    Field.UNTIL_TIME: "the time it ended",
    Field.NUMBER: "the number of the entry",
    Field.EVENT: "what happened",
    Field.SOURCE: "where it is recorded",
    Field.QUOTE: "the words of the record",
    Field.AGENCY: "the agency",
    Field.PROFESSIONAL: "the professionals involved",
    Field.FAMILY_MEMBER: "the family members involved",
    Field.CHILD_SEEN: "whether the child was seen",
    Field.SEEN_ALONE: "whether the child was seen alone",
    Field.VOICE: "what the child said or wished",
    Field.ACTION: "what was done",
    Field.OUTCOME: "what came of it",
    Field.IMPACT: "the effect on the child",
    Field.PLACE: "where it happened",
    Field.THEME: "the kind or theme",
    Field.COMMENT: "comment or analysis",
    Field.AGE: "the age at the time",
    Field.STANDING: "how far it is agreed or certain",
    Field.RECORDED_ON: "when it was written down",
    Field.RECORDED_BY: "who wrote it down",
    Field.REVIEW: "what is to be looked at again",
}
"""What a field is called when a person is shown how a column was understood."""

_SYNONYMS: Mapping[Field, str] = {
    Field.DATE: """
        date; dates; day; when; dt; d.o.e.; period; event date; start date; date start; date started;
        start; started; from; date from; from date; begin date; commenced; date commenced; dated;
        date of event; date of the event; date or period of event; date/period; date of incident;
        incident date; date of contact; contact date; date of visit; visit date; date of referral;
        date of meeting; meeting date; date of appointment; appointment date; date of attendance;
        date of call; call date; date of occurrence; date occurred; occurred on; occurred; date event;
        date event occurred; date of significant event; date of key event; key date; key dates;
        date when it happened; when did it happen; when it happened; when did this happen;
        when the event occurred; date and time; date time; date/time; time and date; date & time of event;
        date and time of event; date and time of contact; date(s); date range; date or date range;
        dates of event; dates of involvement; period of involvement; month; month/year; date dd/mm/yyyy;
        dd/mm/yyyy; dd/mm/yy; dd mm yyyy; full date; exact date; approximate date; approx date;
        date if known; date (approx); story date; chronology date; action date; service date;
        date of service; encounter date; consultation date; date of consultation; admission date;
        date of admission; date seen; from/to; from - to; date from/to; date from to; start/end date;
        timeline; time line; timescale; event date/time; eventdate; datetime; timestamp; date stamp;
        date of intervention; date of concern; date of notification; date received; on; date of assessment;
        dyddiad; dyddiad y digwyddiad; offence date; date of offence
    """,
    Field.TIME: """
        time; times; hrs; hours; at; start time; time start; time started; time from; from time;
        time of event; time of incident; time of contact; time of visit; time of call; event time;
        time of day; time (24 hour); time 24hr; time hhmm; hh:mm; hhmm; clock; time if known; what time;
        approximate time; approx time; exact time; time occurred; contact time;
        amser; tm
    """,
    Field.UNTIL: """
        to; until; till; end; ended; end date; date end; date ended; date to; to date; finish; finish date;
        date finished; date of end; ending; closed; date closed; closure date; date of closure; ceased;
        completed; completion date; discharge date; date of discharge; date until; thru; through
    """,
    Field.UNTIL_TIME: """
        end time; time ended; time to; to time; finish time; time finished; until time; time until;
        time end; time out
    """,
    Field.NUMBER: """
        no; no.; nos; nr; #; number; num; item; item no; item number; id; seq; sequence; incident no; incident number; incident ref; crime no; crime number;
        crime ref; case no; contact no; urn; log; sequence no;
        sequence number; order; row; row no; row number; line; line no; entry no; entry number;
        entry id; event no; event number; event id; serial; serial no; serial number; s/n; sr no; sl no;
        index; ref; ref no; ref number; reference; reference no; reference number; unique reference;
        unique id; record id; chronology no; chronology ref; log no; log number
    """,
    Field.EVENT: """
        event; events; the event; key event; key events; significant event; significant events;
        significant incident; significant contact; significant information; event/incident; incident;
        incidents; event detail; event-detail; event details; event description; description of event;
        description of the event; description of incident; description of contact; description;
        brief description; full description; detail; details; the details; details of event;
        details of the event; details of incident; details of contact; details of event/contact;
        details of involvement; details of visit; contact details and content; event/contact; contact;
        contact/event; contacts and events; nature of contact; nature of event; nature of involvement;
        nature of incident; event and nature of contact; narrative; summary; brief summary; event summary;
        summary of event; summary of events; summary of contact; summary of involvement;
        summary of incident; summary of significant event; what happened; what happened?; what occurred;
        what was happening; what; fact; facts; fact text; information; key information; information held;
        information known; information recorded; entry details; text of entry; chronology entry; case note;
        case notes; notes of contact; record of event; record of contact; entry; occurrence; activity; event text;
        headline; main event; concern; concerns; nature of concern; issue or event; involvement;
        agency involvement; agency contact; interaction; intervention or contact; circumstances;
        significant event including contact; event or contact; event / significant information; event name;
        allegation; story; content; episode; summary of episode; significant life event; life event;
        milestone; what was said; what was discussed;
        discussion; conversation; content of contact; what we know; what was seen; what was observed;
        digwyddiad; disgrifiad; manylion; ev
    """,
    Field.SOURCE: """
        source; sources; source of information; source of info; information source; source of evidence;
        source of entry; source of data; source/reference; source reference; source ref; source document;
        source documents; source file; source record; source identifier; potential source(s);
        evidence; evidence source; evidence reference; evidence ref; supporting evidence;
        document; documents; document ref; document reference; doc ref; doc reference; document name;
        witness or document reference; record; records; record type; type of record; record source;
        location of record; record location; location of information; where recorded; where is it recorded;
        where recorded/source; recorded in; recorded where; file; file ref; file reference; file name;
        case file reference; case file; linked files; page; page no; page number; page ref; pages;
        page reference; bundle; bundle page; bundle ref; bundle reference; exhibit; exhibit no; system;
        computer system; it system; database; records system; database reference; provenance; origin;
        obtained from; taken from; information from; informant; source of information (e.g. file name);
        source agency record; cross reference; electronic record; paper record; origin of information;
        source of the information; source & page number;
        ffynhonnell; src; how do we know; how known; who told us; who told you; which record;
        which record is this from; where from
    """,
    Field.QUOTE: """
        quote; quotation; quotes; source quote; source text; extract; extract from record; verbatim;
        verbatim entry; verbatim record; words recorded; exact words; exact wording; direct quote;
        quotation from record; original text; original entry; original wording; as recorded;
        text from record; excerpt; cited text
    """,
    Field.AGENCY: """
        agency; agencies; agency name; name of agency; agency involved; agencies involved; lead agency;
        reporting agency; contributing agency; contributor; organisation; organization; organisations;
        organisation name; name of organisation; org; department; dept; directorate; service;
        service name; services involved; service involved; team; team name; provider; trust; trust name;
        health board; force; setting; source prefix; agency/service; agency/organisation;
        organisation/agency; agency or service; practice; school; board; which agency; body;
        asiantaeth; sefydliad; hospital; surgery; clinic; court
    """,
    Field.PROFESSIONAL: """
        professional; professionals; professional involved; professionals involved; professional name;
        professional role; name of professional; name and role; name and role of professional;
        name/role; name & designation; designation; role; roles; job title; job role; post; post held;
        practitioner; practitioners; practitioner name; name of practitioner; practitioner involved;
        staff; staff member; staff name; staff involved; member of staff; name of staff; worker; workers;
        key worker; keyworker; social worker; allocated worker; case worker; responsible worker;
        named worker; offender manager; probation officer; support worker; case manager; consultant;
        therapist; teacher; class teacher; allocated social worker; duty worker; link worker; housing officer; officer; officer in case; officers involved; attending officer; clinician; doctor;
        nurse; health visitor; midwife; gp; who; who?; who by; by whom; who was involved; who involved;
        who did what; contact with; contact made by; seen by; actor; actors; characters;
        professionals present; present (professionals); personnel; attended by; agency representative;
        staff/professional; professional/agency; lead professional; person responsible; person contacted;
        who made contact;
        gweithiwr proffesiynol; gweithiwr; oic; hcp; call taker; caller; crew; supervisor;
        alerter; referrer; sender; from (sender); letter from; key person; chair; chairperson;
        with whom; disclosure made to; person making contact; lead
    """,
    Field.FAMILY_MEMBER: """
        family member; family members; family; family member involved; family members involved;
        family members present; family present; member of family; person; persons; people; people involved;
        person involved; persons involved; individuals; individuals involved; individual; name of person;
        relates to; relating to; related to; subject; subjects; subject of event; who was present;
        those present; persons present; people present; present; attendees; who it concerns; concerning; about whom; regarding; re;
        child; children; children mentioned; child mentioned; children present; who was there; people mentioned;
        child/parent; child name; child's name; name of child; which child;
        child or adult; child/adult; mother/father/child; parent; parents; parent/carer; carer; carers; adult;
        name; names; client; service user; patient; contacts; household member; person(s) concerned;
        person affected; victim; child/ren; family/child; who does this relate to; sibling; siblings
    """,
    Field.CHILD_SEEN: """
        child seen; child seen?; child seen y/n; child seen yes/no; child seen (y/n); was child seen;
        was the child seen; was the child seen?; child/ren seen; children seen; seen; seen?; seen y/n;
        seen or not seen; child seen/spoken to; child seen and spoken to; child spoken to;
        child seen / seen alone; young person seen; yp seen; adult seen; adult seen?; patient seen;
        child present; child present?; was the child present; child observed; sight of child;
        subject seen; subject seen?; child visible; baby seen; infant seen
    """,
    Field.SEEN_ALONE: """
        seen alone; seen alone?; seen alone y/n; child seen alone; child seen alone?; was child seen alone;
        was the child seen alone; child seen alone y/n; spoken to alone; child spoken to alone; alone;
        adult seen alone; seen on own; seen on their own; seen without parent; seen without carer
    """,
    Field.VOICE: """
        childs presentation; childs response; childs reaction; childs exact words; childs
        demeanour;
        voice; voice of the child; voice of child; child's voice; child voice; child(ren)'s voice;
        voice of the adult; adult's voice; voice of the person; voice of young person; voice of the family;
        wishes; wishes and feelings; child's wishes; child's wishes and feelings; adult's wishes;
        wishes & feelings of the child; views; views and wishes; child's views; views of child;
        views of the child; adult's views; child's view; what the child said; what did the child say;
        what the child told us; child said; child's words; child's account; lived experience;
        lived experience of the child; child's lived experience; child's experience; day in the life;
        making safeguarding personal; msp; child's perspective; child's presentation and views;
        child's feelings; person's wishes; what the adult said; views of parents; voice/lived experience;
        presentation of child;
        llais y plentyn; words of the child; words used by the child; exact words used by the
        child; exact words of the child
    """,
    Field.ACTION: """
        action; actions; action taken; actions taken; action taken by; action taken and by whom;
        action taken to reduce risk; action/decision; action or decision; action and decision;
        action/response; action/response/outcome; action/outcome; action & outcome; outcome/action;
        outcome & action; action plan; action required; agency action; agency response; response;
        response to event; response to incident; response/action; response and action; agency's response;
        response of agency; professional response; intervention; interventions; what was done;
        what was done?; what did we do; what we did; what we did about it; what you did; how we responded; risk and action;
        risks and actions; plan; plans; plan agreed; what did you do; what did the agency do; what action was taken;
        steps taken; measures taken; follow up action; follow-up action; follow up actions;
        follow up; follow-up; action following event; service response; action taken / outcome;
        action taken/rationale; work undertaken; help given; support offered; support provided;
        services provided; treatment; treatment given; protective action; safeguarding action;
        action taken in response; action taken to mitigate impact on child; referral made; referrals made;
        response (including no action); decision/action; decisions and actions; actions/decisions;
        camau a gymerwyd; gweithredu; services offered; service offered; services given; advice
        given; help offered
    """,
    Field.OUTCOME: """
        recommendation; recommendations;
        outcome; outcomes; outcome of contact; outcome of event; outcome of incident; outcome of referral;
        outcome of action; outcome of visit; outcome of meeting; outcome for child; outcome for the child;
        result; results; conclusion; decision; decisions; decision made; decisions made; decision taken;
        decision and rationale; decision/rationale; rationale; rationale for decision; decision making;
        outcome/decision; decision/outcome; outcome and rationale; disposal; finding; findings;
        consequence; what came of it; what was the outcome; what was the result; what happened next;
        end result; resolution; outcome/result;
        canlyniad; penderfyniad; diagnosis; order made; orders made; what changed; reason ended;
        reason closed; closure reason; case closed reason; reason for closure; reason for
        discharge
    """,
    Field.IMPACT: """
        impact; impacts; impact on child; impact on the child; impact on children; impact on adult;
        impact on family; impact on the young person; impact for child; impact (positive or negative);
        impact positive/negative; positive or negative impact; effect; effects; effect on child;
        effect on the child; significance; significance of event; significance for child;
        why significant; why is it significant; why is this significant; relevance; importance;
        risk; risks; risk identified; risks identified; harm; risk/protective factor;
        strengths and risks; level of risk; risk level; protective factors; so what; so what?;
        what was the impact;
        effaith; evidence of impact
    """,
    Field.PLACE: """
        estate; discharged to;
        place; places; place of contact; place of event; place of incident; location; location of event;
        location of incident; location of contact; event location; venue; where; where?; where seen;
        where did it happen; where it happened; address; site; setting of contact; ward; area;
        location/venue; at (place); home/office; where visited;
        lleoliad; property; conveyed to; taken to
    """,
    Field.THEME: """
        relevance to tor; relevance to terms of reference;
        theme; themes; category; categories; type; types; kind; type of event; type of contact;
        type of incident; event type; contact type; incident type; entry type; category of event;
        event category; code; codes; tag; tags; label; labels; issue; issues; linked issues; issue tags;
        topic; topics; key line of enquiry; key lines of enquiry; kloe; kloes; line of enquiry;
        terms of reference; tor; term of reference; relevant term of reference; tor no; tor ref; keyword;
        keywords; practice episode; key practice episode; kpe; method of contact; mode of contact;
        means of contact; reason for contact; purpose of contact; purpose of visit; reason for visit; form of contact; contact method; classification; heading; nature;
        type of abuse; category of abuse; category of harm; research question;
        coded entry; read code; read codes; snomed code; subject of letter; subject of email
    """,
    Field.COMMENT: """
        comment; comments; commentary; any comments; additional comments; other comments; further comments;
        author comment; author comments; author's comment; author's comments; imr author comment;
        imr author comments; imr comment; author note; author notes; reviewer comment; reviewer comments;
        reviewer's comment; analysis; analyses; analysis/comment; comment/analysis; analysis and comment;
        analysis of event; analysis of involvement; analysis of practice; critical analysis;
        professional analysis; brief analysis; evaluation; appraisal; assessment; opinion; observations;
        observation; note; notes; internal notes; attorney notes; remarks; remark; reflection; reflections;
        learning; learning point; learning points; lessons; lessons learned; learning identified;
        good practice; practice issues; good/poor practice; missed opportunity; missed opportunities;
        issues identified; issues arising; questions; query; queries; points to note; further information;
        other information; additional information; hypothesis; critique; quality of practice;
        was practice in line with policy; expected practice; standards of practice; panel comment;
        panel comments;
        sylwadau; dadansoddiad; judgement; professional judgement; professional view;
        professionals view; what should have been done; what could have been done; what should
        have happened; health visitors view; social workers view
    """,
    Field.AGE: """
        age; ages; age at event; age at date of event; age at date; age at time; age at the time; age at time of event; age of child;
        age of the child; child's age; age of subject; age (years); age in years; age y/m;
        age of child at time; age of young person; yp age; adult's age; age/gestation; gestation; year group;
        oedran
    """,
    Field.STANDING: """
        status; standing; key; certainty; date certainty; confidence; reliability; verified; verified?;
        verification; agreed; agreed?; disputed; undisputed; disputed?; material; fact or opinion;
        fact/opinion; fact opinion or hearsay; grade; grading; rag; rag rating; rating; priority;
        include y/n; included; relevant?; state; checked
    """,
    Field.RECORDED_ON: """
        date recorded; date of record; date of recording; recorded date; date of entry; entry date;
        date entered; date entry made; date the entry is made; date that the entry is made; document date;
        date of document; record date; date written; date created; created; created on; created date;
        date of report; report date; recorded on; input date; date input; date logged; logged;
        date of note; date that entry; date the entry; date of the entry; date the record;
        when recorded; entry recorded; date entry recorded; event recorded; date typed; date added; entry made on; date information received; date known;
        date reported; reported date; date notified; date sent;
        dyddiad cofnodi
    """,
    Field.RECORDED_BY: """
        recorded by; record made by; who recorded; who recorded it; who recorded this; who wrote it;
        who wrote this; who made the record; recorded by whom; entered by; entry by; entry made by; written by;
        author; author of record; author of entry; author name; completed by; signature; signed; sign;
        initials; initial; logged by; created by; input by; person recording; person recording the entry;
        name of recorder; recorder; date entry made by; name of person completing; inputter; added by;
        typed by; reported by; noted by
    """,
    Field.REVIEW: """
        next appointment; next visit; next contact;
        review; review date; date of review; reviewed; next review; next step; next steps; to do;
        further action; further action required; further action needed; outstanding action;
        outstanding actions; due; due date; follow up date; follow up required; action by when; by when;
        deadline; timescale for action; review of action; reviewed on; when reviewed
    """,
}

SYNONYMS: Mapping[Field, tuple[str, ...]] = {
    field: tuple(" ".join(name.split()) for name in names.split(";") if name.strip())
    for field, names in _SYNONYMS.items()
}
"""The names, as typed above, of each field."""

_VAGUE = """
    contact; contacts; record; records; note; notes; entry; document; documents; concern; issue;
    activity; involvement; content; what; story; information; comment; comments; observation;
    observations; log; category; type; intervention
"""
VAGUE = tuple(name.strip() for name in _VAGUE.split(";"))
"""Names that agencies use as well for a code, a place or a remark as for what happened."""

NEVER = (
    "date of birth",
    "dob",
    "d.o.b.",
    "birth date",
    "born",
    "date of death",
    "date of report completed",
    "nhs number",
    "nhs no",
    "postcode",
    "ethnicity",
    "as typed",
    "call sign",
    "no of",
    "number of",
    "contact no",
    "contact number",
    "telephone",
    "phone",
    "legal status",
)
"""Headings of the block about the child above a table; they begin like columns and are none."""
