"""What the words beside a predicate say of it: adjectives, phrases that negate, adverbs of the future, inverted conditions."""

from __future__ import annotations

from dateline.coding.status.cues import Cues, Effect
from dateline.coding.syntax import Syntax
from dateline.model import Modality, Time, Token

PRESENT = frozenset({"VBZ", "VBP"})
WINDOW = 4  # how many words behind "are" or "remain" tell that something goes on


def attribute(syntax: Syntax, cues: Cues, noun: Token) -> Effect | None:
    """What an adjective or participle before an act told as a noun does: "a possible attack", "the planned visit"."""
    words = (c.text.lower() for c in syntax.children(noun, "amod"))
    return next((cues.attributes[word] for word in words if word in cues.attributes), None)


def goes_on(syntax: Syntax, cues: Cues, noun: Token) -> bool:
    """Whether the verb of which an act is the subject says that it goes on: "the bombing continues", "talks are under way"."""
    verb = syntax.head(noun)
    if verb is None or noun.dep not in {"nsubj", "nsubjpass"} or not present(syntax, verb):
        return False
    if verb.lemma in cues.lasting:
        return True
    behind = syntax.tokens[verb.i + 1 : verb.i + 1 + WINDOW]
    words = f" {' '.join(t.text.lower() for t in behind)} "
    return verb.lemma in cues.standing and any(f" {phrase} " in words for phrase in cues.under_way)


def present(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb stands in the present, plain or progressive."""
    auxiliaries = syntax.children(verb, "aux")
    return verb.tag in PRESENT or (verb.tag == "VBG" and any(c.tag in PRESENT and c.lemma in {"be", "have"} for c in auxiliaries))


def progressive_as_noun(syntax: Syntax, verb: Token) -> bool:
    """Whether the parser took a progressive for a noun behind "is": "is mediating between"."""
    head = syntax.head(verb)
    bare = not syntax.children(verb, "det", "poss", "amod")
    return verb.tag == "VBG" and verb.dep in {"attr", "acomp"} and head is not None and head.lemma == "be" and bare


def arranged(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a present tense tells of a day to come: "travels to Seoul tomorrow", "leaves the union next year"."""
    if not present(syntax, verb):
        return False
    phrases = [p for prep in syntax.children(verb, "prep") for p in syntax.children(prep, "pobj")]
    return any(to_come(syntax, cues, day) for day in (*syntax.children(verb, "npadvmod", "advmod"), *phrases))


def to_come(syntax: Syntax, cues: Cues, day: Token) -> bool:
    """Whether a word names a time to come; "the next day" is told of the past as well."""
    if day.text.lower() in cues.days_to_come:
        return True
    below = {c.text.lower() for c in syntax.children(day)}
    return day.lemma.lower() in cues.spells and bool(below & cues.nearing) and "the" not in below


def never(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a phrase says that it is not so: "at no time", "under no circumstances", "in no way", "no longer"."""
    if any(c.text.lower() == "longer" and syntax.tokens[c.i - 1].text.lower() == "no" for c in syntax.children(verb, "advmod")):
        return True
    nouns = (n for prep in syntax.children(verb, "prep") for n in syntax.children(prep, "pobj"))
    return any(d.text.lower() == "no" for n in nouns if n.lemma.lower() in cues.occasions for d in syntax.children(n, "det"))


def hangs_on_condition(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a condition hangs on the verb: "will move its embassy if …"."""
    marks = (mark for clause in syntax.children(verb, "advcl") for mark in syntax.children(clause, "mark"))
    return any(cues.openers.get(mark.text.lower()) == "conditional" for mark in marks)


def measured(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause tells how long before it something else was, in the past, so that it was too: "a day *before Fiji left*"."""
    mark = next((c for c in syntax.children(verb, "mark", "advmod") if c.text.lower() == "before"), None)
    spell = syntax.tokens[mark.i - 1] if mark is not None and mark.i else None
    return verb.tag == "VBD" and spell is not None and spell.dep == "npadvmod"


def unreal(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause stands in the past perfect, as conditions do that were none: "if Fiji had left"."""
    return verb.tag == "VBN" and any(c.lemma == "have" and c.tag == "VBD" for c in syntax.children(verb, "aux"))


def inverted(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a clause opens with its auxiliary and so states a condition: "Were Fiji to leave, …", "Had it left, …"."""
    sentence = syntax.reading.sentences[verb.sentence]
    if syntax.tokens[sentence.last - 1].text == "?":
        return False
    first = next((a for a in (verb, *syntax.children(verb, "aux", "auxpass")) if a.text.lower() in cues.inverted), None)
    subject = next(iter(syntax.children(verb, "nsubj", "nsubjpass")), None)
    if first is None or subject is None or first.i > subject.i:
        return False
    return first.i == sentence.first or syntax.tokens[first.i - 1].pos in {"PUNCT", "CCONJ"}


def denied_report(syntax: Syntax, cues: Cues, token: Token, head: Token) -> bool:
    """Whether what others said is denied: "dismissed reports that", "reports that … are false", "it is untrue that"."""
    if token.lemma.lower() in cues.reports and token.dep == "dobj":
        return head.lemma in cues.deniers
    told = token.lemma.lower() in cues.reports if token.dep == "nsubj" else token.dep in {"ccomp", "csubj"}
    return told and head.lemma == "be" and any(c.text.lower() in cues.untrue for c in syntax.children(head, "acomp", "attr"))


def indirect_question(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause asks: "whether Fiji left", and after a verb "asked if Fiji had left"."""
    asking = {"whether", "if"} if verb.dep == "ccomp" else {"whether"}
    return any(mark.text.lower() in asking for mark in syntax.children(verb, "mark"))


def told_as_past(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause tells what was: "insisted that it had withdrawn", "warned that Fiji attacked" ask for nothing."""
    told = (c.tag in {"VBD", "VBZ", "VBP"} and c.lemma in {"have", "be", "do"} for c in syntax.children(verb, "aux", "auxpass"))
    return verb.tag == "VBD" or any(told)


def told_in_past(syntax: Syntax, verb: Token) -> bool:
    """Whether a clause hangs on a verb in the past, so that its "would" was a "will": "agreed that embassies would be opened"."""
    head = syntax.head(verb)
    return verb.dep == "ccomp" and head is not None and syntax.is_verb(head) and head.tag in {"VBD", "VBN"}


def stands_alone(syntax: Syntax, token: Token, head: Token) -> bool:
    """Whether the word above says nothing of an act though it hangs on it: a participle that says of a noun who made it ("a deal
    brokered by Fiji"), a clause of its own behind "with" or before a semicolon ("Fiji promised help; Malta will lend money").
    """
    if token.dep == "acl":
        reduced = token.tag == "VBN" and not syntax.children(token, "aux", "mark", "nsubj", "nsubjpass")
        beside = token.tag == "VBG" and head.tag in {"NNP", "NNPS"}  # "John Kerry, visiting Suva, offered Fiji a loan"
        return reduced or beside
    if token.dep == "pcomp" and head.text.lower() == "with":
        return bool(syntax.children(token, "nsubj", "nsubjpass"))
    return token.dep == "ccomp" and any(t.text == ";" for t in syntax.tokens[token.i + 1 : head.i])


def said_on_purpose(syntax: Syntax, verb: Token) -> bool:
    """Whether something is done in order to say a thing, which is open no more than if it were said: "wrote a letter to announce
    that it had left".
    """
    infinitive = any(c.tag == "TO" for c in syntax.children(verb, "aux"))
    return verb.dep in {"advcl", "acl"} and infinitive and verb.lemma in syntax.grammar.reporting


def judged(syntax: Syntax, cues: Cues, noun: Token, verb: Token) -> bool:
    """Whether somebody's act is the subject of what is thought of it, so that the thought is open and not the act: "warned that
    Fiji's raid on the island could constitute a crime".
    """
    thought = verb.lemma in cues.judging or denied_remark(syntax, cues, verb)
    told = (noun.dep in {"nsubj", "nsubjpass"} and thought) or called(syntax, noun, verb)
    return told and owned(syntax, cues, noun)


def called(syntax: Syntax, noun: Token, verb: Token) -> bool:
    """Whether somebody says what he thinks of an act: "called Fiji's veto *a blow*" calls for no veto."""
    return noun.dep in {"dobj", "oprd"} and any(c.i > noun.i for c in syntax.children(verb, "oprd"))


def owned(syntax: Syntax, cues: Cues, noun: Token) -> bool:
    """Whether an act told as a noun is somebody's, or known: "Fiji's raid", "this raid"."""
    known = bool(syntax.children(noun, "poss")) or any(c.text.lower() in cues.known for c in syntax.children(noun, "det"))
    return known and not syntax.is_verb(noun)


def denied_remark(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a clause that says of its subject how it is or was is denied: "the visit was a waste, the minister denied"."""
    above = syntax.head(verb)
    return verb.dep == "ccomp" and verb.lemma in cues.remarking and above is not None and above.lemma in cues.deniers


def forced(syntax: Syntax, cues: Cues, verb: Token, complement: str) -> Effect | None:
    """Nothing to take back where somebody "was obliged to" do it, told as past: it was done; nor behind "prompting Fiji to";
    None for all else.
    """
    if complement == "to" and verb.lemma in cues.bringing and verb.tag in {"VBG", "VBD", "VBZ"}:
        return Effect()
    past = any(c.text.lower() in {"was", "were", "been"} for c in syntax.children(verb, "auxpass", "aux"))
    return Effect() if complement == "to" and past and verb.lemma in cues.forcing and verb.tag == "VBN" else None


def told_own(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether a verb tells somebody's own people what to do, who will: "instructed *his* foreign minister to cut ties"."""
    told = (o for o in syntax.children(verb, "dobj", "dative") if verb.lemma in cues.commanding)
    return any(c.tag == "PRP$" for o in told for c in syntax.children(o, "poss"))


def governor(syntax: Syntax, cues: Cues, head: Token, complement: str) -> Effect | None:
    """The effect of a governor: "called off" before "called", and in "it is doubtful that" that of the adjective."""
    lemma = head.lemma.lower()
    longer = [f"{lemma}_{c.text.lower()}" for c in syntax.children(head, "prt")]
    adjectives = (
        [c.lemma.lower() for c in syntax.children(head, "acomp")] if lemma == "be" and complement in {"that", "whether"} else []
    )
    effects = (cues.governors.get((word, complement)) for word in (*longer, *adjectives, lemma))
    return next((effect for effect in effects if effect is not None), None)


def perhaps(syntax: Syntax, cues: Cues, verb: Token) -> bool:
    """Whether an adverb leaves it open: "perhaps Fiji will leave"."""
    return any(c.text.lower() in cues.perhaps for c in syntax.children(verb, "advmod"))


def beside(syntax: Syntax, cues: Cues, predicate: Token) -> Effect | None:
    """What stands beside the predicate, verb or noun; None where nothing does."""
    if not syntax.is_verb(predicate):
        found = attribute(syntax, cues, predicate)
        lasts = goes_on(syntax, cues, predicate) or progressive_as_noun(syntax, predicate)
        return found or (Effect(time=Time.ONGOING) if lasts else None)
    if perhaps(syntax, cues, predicate):
        return Effect(modality=Modality.POSSIBLE)
    if inverted(syntax, cues, predicate):
        return Effect(time=Time.FUTURE, modality=Modality.CONDITIONAL)
    if arranged(syntax, cues, predicate):
        return Effect(time=Time.FUTURE)
    stays = predicate.lemma in cues.staying and present(syntax, predicate)
    return Effect(time=Time.ONGOING) if stays or progressive_as_noun(syntax, predicate) else None
