"""What sort of thing happened, so that accounts in unlike words can be known to tell one event.

“Self-poisoning” and “took tablets” share no word; both are an overdose.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from goldenthread.chronology.plain_words import stems

RARELY, SOMETIMES, OFTEN, DAILY = 1.6, 1.1, 0.8, 0.4
"""How much it says that two agencies tell of such a thing on one day: the less often it happens."""

_SAID: Mapping[float, str] = {
    RARELY: """
        a child protection conference: conference; icpc; rcpc; made subject plan;
            registration; deregistered; cp plan made
        a strategy meeting: strategy; strat
        a core group: core group; core groups
        a MARAC: marac; multi agency risk conference
        a looked-after review: lac review; cla review; looked after review
        a meeting of professionals: professionals meeting; network meeting; planning
            meeting; tac; taf; team around; discharge meeting; legal meeting; family group
        a meeting about schooling: pep; personal education plan; ehcp; reintegration
            meeting; annual review
        an assessment or medical of a looked-after child: initial health assessment; lac
            medical; review health assessment
        a birth: born; delivered; delivery; infant delivered; birth notification
        a death: died; death; deceased; fatal
        a fire: fire; blaze; smoke inhalation
        an overdose: overdose; overdosed; od; poisoning; ingested; swallowed; taken tablets;
            took tablets; taken pills; took pills
        self-harm: self harm; self harmed; self harming; self inflicted; self injury;
            ligature; hanging; suicide; suicidal; cutting; cut arms; cut forearms; cut
            wrists; cut herself; cut himself
        a knife or a stabbing: stab; stabbed; stabbing; knife; knives; blade; bladed;
            machete
        a gun: gun; firearm; shooting
        a sexual offence: rape; raped; sexual assault; sexually assaulted; sexual abuse;
            indecent
        an exclusion from school: exclusion; excluded; suspended; suspension; permanently
            excluded
        a talk after a missing child’s return: return interview; rhi
        a child left alone: left alone; unattended; home alone; unsupervised; left own;
            found alone
        a removal by the police: police protection; police powers; emergency protection;
            epo; ppo
        bail: bail; bailed
        an illness of a sudden: seizure; convulsion; collapsed; unresponsive; floppy;
            apnoea; not breathing; cpr; resuscitation; intubated; critically ill; cardiac
            arrest; lifeless
        a National Referral Mechanism decision: nrm; national referral mechanism; reasonable
            grounds; conclusive grounds
        a booking in pregnancy: booking appointment; booked antenatal; booked midwife
    """,
    SOMETIMES: """
        a child missing: missing; absconded; absconding; whereabouts; come home; run away;
            ran away
        a missing child found: located; safe well; returned accord; came back; found safe;
            returned home
        a hearing or order of a court: court; sentenced; sentence; magistrates; convicted;
            guilty; care order; injunction; hearing; proceedings; interim order; community
            order; discontinued
        an arrest: arrest; arrested; custody; charged; handcuffs; detained; remanded
        a caution: conditional caution; cautioned; caution given; reprimand
        an interview of a suspect: under caution; appropriate adult; no comment
        a search by the police: warrant; raid; raided; search
        violence or a quarrel at home: domestic; argument; arguing; disturbance;
            altercation; shouting; screaming; quarrel; strangled; dv; dva
        an assault: assault; assaulted; hit; hitting; punch; punched; slap; slapped; kicked;
            attack; attacked; attacker; beaten; headbutted; fight; fighting; violence;
            violent
        an injury: bruise; bruised; bruising; fracture; fractured; burn; burns; burnt;
            scald; scalds; injury; injuries; injured; swelling; swollen; wound; wounds;
            laceration; lacerations; cut lip; bleeding; bump; haematoma; mark face; mark
            cheek; marks; head injury; hurt; epistaxis; nose
        a fall: fall; fallen; fell; rolled; dropped; tripped
        a medical examination: protection medical; skeletal survey; x ray; x rays; xray; ct;
            scan
        a mental health assessment: psychiatry; psychiatric; psychosocial; sectioned;
            section 136; camhs assessment; mental health assessment
        signs of trauma: nightmares; ptsd; traumatic; hypervigilance; trauma
        a child with dirty clothes or a sore skin: dirty; smelled; smelly; smell; unkempt;
            unwashed; hygiene; lice; nappy; nappies; sore bottom; soiled
        drugs: cannabis; cocaine; heroin; crack; drugs; substances; ketamine; pwits;
            dealing; dealers
        theft or damage: theft; stolen; stole; burglary; robbery; damage; smashed;
            vandalised; shoplifting
        exploitation or slavery: exploitation; exploited; cce; cse; trafficking; trafficked;
            slavery; cuckooed; cuckooing
        a threat: threat; threats; threatened; osman; life danger; reprisals
        unexplained phones or money: phones; handsets; mobiles; cash; money
        a home lost or rent owed: arrears; eviction; evicted; possession; notice given;
            served notice; 28 days notice
        a move: moved; move; moving; placed; hostel; refuge; tenancy; rehoused; living;
            returned property; accommodated; temporary accommodation; decanted; foster
            carers; residential
        a first day: started today; enrolled; first day; off roll; joined year; new school;
            started nursery; started school
        a joint visit: joint visit; visited with
        a visit to a new baby: birth visit; pre birth visit
    """,
    OFTEN: """
        a missed appointment: dna; wnb; not brought; not attend; did not attend; missed
            appointment; failed attend; non engagement; not attended
        a referral: referral; referred; refer; mash
        drink: drunk; intoxicated; alcohol; vodka; drinking; cider
        a discharge from hospital: discharged; discharge; went home; fit discharge
        nobody in: no access; no reply; nobody in
        no further action: nfa; no further action
        an allegation: disclosed; disclosure; alleged; allegation; alleges
    """,
    DAILY: """
        a visit: visit; visited; home
    """,
}
"""A line for each sort of thing: its name, and the words that tell of it; it may run on below."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """One sort of thing, and how much it says that two accounts of a day both tell of it.

    There is one of each, so that they are told apart quickly by what they are.
    """

    name: str
    weight: float


@cache
def _by_word() -> Mapping[str, tuple[tuple[frozenset[str], Happening], ...]]:
    """For a word of each phrase, the words the phrase needs and what it says happened."""
    found: defaultdict[str, list[tuple[frozenset[str], Happening]]] = defaultdict(list)
    for weight, lines in _SAID.items():
        for line in re.sub(r"\n {12}", " ", lines).strip().splitlines():
            name, _, phrases = line.strip().partition(": ")
            happening = Happening(name, weight)
            for needed in map(stems, phrases.split(";")):
                longest = max(needed, key=lambda word: (len(word), word))
                found[longest].append((needed, happening))
    return {word: tuple(ways) for word, ways in found.items()}


def happenings(words: frozenset[str]) -> frozenset[Happening]:
    """What these stems say happened; a phrase counts wherever its words stand in the entry."""
    by_word = _by_word()
    return frozenset(
        happening
        for word in by_word.keys() & words
        for needed, happening in by_word[word]
        if needed <= words
    )
