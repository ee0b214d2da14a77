"""Words that, beside a date or a time, say what it is or change what it means."""

from functools import lru_cache

from goldenthread.chronology.dates.tokens import word_set
from goldenthread.chronology.dates.words import distance

# Words after a date that change what it means; then the date alone is only a suggestion.
CHANGING = word_set(
    "or and to until till before after not should between from by since through than earlier later "
    "onwards if unless error wrong incorrect amended changed but cancelled rearranged rescheduled "
    "postponed tbc is was unknown nk am pm term holiday holidays"
)
COUNTING = word_set(
    "day days week weeks month months few several couple shortly soon beginning end start early late "
    "wc wb we wk wkc wkb wke middle mid due planned booked expected expires for fortnight weekend term quarter pages page until before after since not"
)
# The nearest word before a date, past small ones, that turns it into another day or none.
TURNING_BEFORE = word_set(
    "earliest latest except excepting excluding excludes excl exc apart besides without never not no neither nor "
    "other rather instead despite unless whether if "
    "nearly almost nearer nearest soon sooner shortly eve anniversary birthday preceding previous "
    "prior next run lead leading halfway midway quarter ago "
    "wrong wrongly misdated misrecorded corrected correct correction incorrectly supposedly "
    "supposed meant amended altered changed should read recalled recalls recall remembered "
    "remembers think thinks guess guessed guessing known "
    "arranged rearranged scheduled rescheduled postponed deferred delayed moved transferred "
    "brought forward put back valid extended "
    "per versus vs plus minus incl including inclusive every each annually monthly weekly yearly "
    "quarterly daily nightly alternate copied extract taken"
)
# The nearest word after a date that turns it, and any of the next few that denies it.
TURNING_AFTER = word_set(
    "next following previous same et least earliest latest seq period excluded excluding exclusive "
    "except disputed contradicted denied queried crossed deleted struck nk unknown bc years months "
    "weeks days hours ago old minus plus instead rather either maybe perhaps possibly probably nor "
    "til tbd tba moved put brought"
)
PLANNED = word_set("due expected planned scheduled")  # alone after a date
DENYING = word_set("not never wasn't didn't isn't cannot")
DENIED = word_set("happen happened occur occurred right correct true accurate exact certain on the")
FILLING = word_set("on the in of at as it to a an from date day that this been be is was were for")
LABELS = word_set(
    "child sibling adult person baby twin male female gp hv sw worker witness visit session day week "
    "class stage level grade step phase house floor brother sister parent carer professional sibs contact"
)
CUES = word_set(
    "dated on received sent signed written seen of visited admitted discharged born held"
)
LENGTHS = word_set("year years hour hours minute minutes min mins day days week weeks month months")
MOST_BEFORE, MOST_AFTER = 8, 30  # tokens of other text round a date
NOT_AN_EVENT = word_set(
    "edd born_on due expires expiry aged age ref reference upn urn crn dob birthday"
)
# Words whose number may look like a date, when it follows them: Room 12 October, v 8.9.14.
REFERENCES = word_set(
    "p pp no number nhs room flat page pg para paragraph section version v vol volume chapter "
    "appendix item unit ward route mobile ext order act policy case file id bed postcode box score "
    "ratio temp bp hr dose mg ml kg weight height birth"
)
BIRTH = word_set("dob date of birth birthday :") | {"'s", "child"}
RECORDED = word_set(
    "recorded entered logged written typed inputted input uploaded added updated completed created "
    "retrospective retrospectively noted filed scanned transcribed"
)
RECORDING = word_set("on at in the entry late system notes note up made dated by as and file note")
WEEKLY = word_set("week wc wb wk wkc wkb wke commencing ongoing continuing continues weekend")
STILL = word_set("ongoing continuing onwards commencing")
CHANGERS = word_set(
    "before after around about circa approx approximately until since between possibly probably "
    "prior onwards from commencing beginning ending ongoing during roughly estimated"
)
REAL_WORDS = word_set(
    "form forms agency afternoon abort above other rafter alter frame pending prom frog roam round during"
)
SMALL_WORDS = word_set(
    "the of in on at a an to by for and as is was with per via his her my our new old re rep let "
    "tel fax ltr msg sms txt gp hv sw mum dad gm ph pc cp la sen log see sch ref due dr mr mrs ms "
    "ed ae dv cin cpc gps hvs sws did has had saw met she he it up out no not one two six ten all day"
)
MOST_TIMED = 12  # tokens of a cell in which a time is looked for among words
CHANGING_TIMES = (CHANGING | COUNTING | STILL | WEEKLY) - {"is", "was", "from", "for"}
CHANGING_ANYWHERE = word_set(
    "not or amended changed error wrong incorrect should unless half quarter past hour hours hr hrs "
    "minute minutes min mins second seconds every each daily weekly nightly next following "
    "previous later earlier morning afternoon evening night unclear approx approximate unknown "
    "uncertain estimated except never disputed deleted crossed"
)
UNSURE = word_set("unknown nk approximately approx")
WEEKS_NOT_YEARS = ("40", "52")  # 6/52 is six weeks, 28/40 of a pregnancy
LINKING = frozenset({"/", "&", "+"})


@lru_cache(maxsize=4096)
def mistyped(word: str) -> bool:
    """Whether a word is likely one that changes a date, with a slip of the finger: “arond”."""
    if len(word) < 4 or word in CHANGERS or word in REAL_WORDS:
        return False
    limit = 2 if len(word) > 6 else 1
    return any(distance(word, meant, limit=limit) <= limit for meant in CHANGERS)
