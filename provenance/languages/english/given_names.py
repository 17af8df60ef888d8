"""First names that are given to men alone or to women alone in most of the countries where they are given.

They only ever rule a person out: "she" is not Antonin. Nobody is called "he" or "she" because of them.
"""

from __future__ import annotations

from provenance.languages.words import words

OF_MEN = words("""
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro aleksandr alexander alfred ali anatoly
    anders andre andreas andrei andrew andrey andrzej anthony antonin antonio antony arnold arthur barack benjamin
    bernard bernie bill bob boris brad brendan brian bruce bryan carl carlos charles chuck chris christopher clarence
    craig daniel dave david dennis dick dmitri dmitry don donald douglas duncan dwight ed eduardo edward emmanuel eric
    erik ernest eugene fernando francisco frank franklin fred frederick gary geoffrey george gerald gerhard giovanni
    giuseppe glenn gordon greg gregory guillermo gustav hans harold harry hassan heinrich henry herbert hugh hussein
    ian igor ibrahim ivan jack jacob jaime james jason jeff jeffrey jeremy jerry jim joachim joe joel johan john johnny
    jonathan jorge jose joseph josh joshua juan julian justin karl keith ken kenneth kevin klaus konstantin larry lars
    lawrence leonard leonid lloyd louis luis luke manuel marco marcus mario mark martin matt matthew maxim michael
    michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nikita
    nikolai nigel norman oleg olaf oliver omar oscar otto pablo patrick paul pavel pedro peter phil philip pierre
    rafael ralph randy raymond recep ricardo richard rick rob robert roberto rodrigo roger roman ron ronald roy rudy
    rupert russell salman samuel scott sean sebastian sergei sergey sergio seth stefan stephen steve steven stuart
    ted terrence theodore thomas tim timothy todd tom tommy tony vasily victor viktor vincent vitaly vladimir
    volodymyr walter warren wayne werner wilhelm william xavier yevgeny yuri yusuf zachary
    """)
OF_WOMEN = words("""
    abigail agnes alexandra alice alicia alison amanda amelia amy ana anastasia andrea angela anita anna anne annette
    annie barbara beatrice bente betty brenda brigitte camilla carla carmen carol caroline catherine cecilia charlotte
    chelsea cheryl christina christine cindy claire claudia condoleezza cynthia deborah debra diana diane donna doris
    dorothy edith eileen elaine elena eleanor elena elizabeth ella ellen emily emma erica esther eva evelyn fatima
    fiona florence frances gabriela gina gloria grace hannah heather heidi helen hillary ingrid irene irina isabel
    isabella jane janet janice jennifer jessica jill joan joanna josephine joyce judith judy julia juliana julie
    karen kate katherine kathleen kathryn kathy katie katrina kellyanne kirsten kristen kristin larisa laura lauren
    leila linda lisa louise lucia lucy lydia madeleine margaret margarita maria mariana marie marilyn marina marjorie
    martha mary maryam megan meghan melania melanie melissa meredith michelle mira miriam monica nadia nancy naomi
    natalia natalie natasha nicole nina nora olga olivia ophelia pamela patricia paula pauline penelope phyllis priya
    rachel rebecca rita rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley silvia sofia sofie
    sonia sophia sophie stephanie sue susan suzanne svetlana sylvia tamara tara tatiana teresa theresa tina ursula
    valentina valerie vanessa vera veronica victoria virginia wendy yolanda yulia zoe
    """)


def gender_of_given_name(name: str) -> str | None:
    """Return "he" or "she" for a full name that begins with one of these; None for any other, and for a single word.

    >>> gender_of_given_name("Elena Kagan"), gender_of_given_name("Kim Jong Un")
    ('she', None)
    """
    first, _, rest = name.lower().partition(" ")
    if not rest:
        return None
    if first in OF_MEN:
        return "he"
    return "she" if first in OF_WOMEN else None
