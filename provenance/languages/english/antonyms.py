"""Words that cannot both be true of one thing at one time: where one sentence has the one and another the other, the
two do not say the same. Our own list, of what news and captions tell of things and people."""

from __future__ import annotations

from provenance.text.listed import listed

_PAIRS = listed(
    """
    big:small large:small huge:tiny long:short tall:short high:low old:young old:new early:late first:last
    hot:cold warm:cold wet:dry full:empty open:closed open:shut light:dark bright:dark black:white fast:slow
    quick:slow hard:soft heavy:light strong:weak rich:poor good:bad better:worse best:worst happy:sad
    safe:dangerous clean:dirty loud:quiet near:far inside:outside indoors:outdoors up:down left:right
    alive:dead male:female man:woman boy:girl men:women boys:girls male:woman son:daughter brother:sister
    husband:wife mother:father same:different more:fewer more:less most:fewest many:few always:never
    public:private legal:illegal lawful:unlawful guilty:innocent war:peace victory:defeat majority:minority
    maximum:minimum import:export imports:exports buyer:seller ally:enemy standing:sitting standing:lying
    standing:running sitting:running walking:running awake:asleep sleeping:awake putting:removing
    wearing:removing revealing:concealing filling:emptying climbing:descending pushing:pulling
    entering:leaving arriving:departing opening:closing rising:falling increasing:decreasing adding:removing
    permanent:temporary complete:partial likely:unlikely possible:impossible able:unable clear:unclear
    present:absent visible:invisible stable:unstable positive:negative voluntary:forced confirmed:denied
    military:civilian urban:rural northern:southern eastern:western north:south east:west upper:lower
    daily:weekly daily:monthly weekly:monthly monthly:yearly quarterly:annual crowded:deserted calm:rough
    """
)

ANTONYMS = tuple((first, second) for first, _, second in (pair.partition(":") for pair in sorted(_PAIRS)))
