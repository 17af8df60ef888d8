"""First names that are given to men alone or to women alone in most of the countries where they are given.

They only ever rule a person out: "she" is not Antonin. Nobody is called "he" or "she" because of them.
"""

from __future__ import annotations

from provenance.languages.words import words

OF_MEN = words("""
    aaron abbas abdel abdul abdullah abraham adam adebayo adrian ahmad ahmed ahmet akira alan albert alberto
    alejandro aleksandr aleksei alexander alexei alfonso alfred alfredo ali alvaro amir anatoly anders andre andreas
    andrei andrew andrey andrzej anselm anthony antoine anton antonin antonio antony antti arjun armando arne arnold
    arthur arturo ashok augusto aurelio axel babak bakari barack bashar bashir benedict benjamin benoit bernard
    bernie bilal bill bjorn bob bogdan boniface boris bosko brad branko brendan brian bruce bruno bryan burak carl
    carlos cedric cesar charles chidi chinedu chris christoph christopher christos chuck chukwuma clarence claudio
    clement clive colin cornelius craig curtis cyril damian damir daniel danilo dariusz darko dave david dennis
    derek dick diego dieter dimitri dimitrios diyar dmitri dmitry dominic dominik don donald douglas dragan duncan
    dusan dwight ed edgar edmund eduardo edward edwin eli elias emeka emil emilio emir emmanuel enrico enrique eric
    erik ernest ernesto esteban ethan eugene evgeny fabio faisal farid felipe felix ferdinand fernand fernando filip
    florian francisco frank franklin fred frederick fredrik fyodor gabor gareth gary gavin gennady geoffrey georg
    george georges georgios gerald gerard gerhard gilbert gilles giorgio giovanni giuseppe glenn goran gordon graham
    greg gregory grigory guido guillaume guillermo gunnar gunter gustav guy hakan hamid hamza hank hans harold harry
    haruki hashim hassan heinrich heinz helmut henri henrik henry herbert hideo hiroshi horst howard hugh hugo
    humphrey hussein ian ibrahim ibrahima igal ignacio igor ilya imran ismail istvan ivan ivo jack jacob jaime jakob
    jakub jamal james jan janos jason javier jeff jeffrey jens jeremiah jeremy jerome jerry jesper jesus jim jiri
    joachim joe joel johan johannes john johnny jonas jonathan jorge jorgen jose josef joseph josh joshua josip
    jozef juan juha julian jurgen justin kamal karim karl karol kaveh kazimierz keith kemal ken kenji kenneth kevin
    kevork khaled khalid klaus kofi konstantin krzysztof kurt kwame larry lars laszlo lawrence lech leo leon leonard
    leonid leszek liam lloyd lorenzo louis luca lucas ludwig luigi luis lukas luke magnus mahmoud malcolm manfred
    manoj manuel marc marcel marcin marco marcus marek mario marius mark martin mateo matt matteo matthew matthias
    maurice mauricio maxim mehdi mehmet mehran michael michel miguel mihai mikael mike mikhael mikhail miklos milan
    milos mirko miroslav mitch mitt mohamed mohammad mohammed mohan moises morten moussa muhammad murat musa mustafa
    mykola naser nasser nathan neal neil nelson nicholas nico nicolas niels nigel nikita nikolai nikolaos nikos nils
    norbert norman olaf oleg oleksandr oliver olivier omar omid orhan osama oscar oskar otto ousmane pablo paolo
    pascal patrick paul pavel pawel pedro per petar peter petr petros phil philip philippe pierre piotr quentin
    radek radovan rafael raj rajesh ralph ramon randy rashid raul ravi raymond raymundo recep reinhard rene reza
    ricardo richard rick rob robert roberto rodrigo roger rolf romain roman ron ronald roy ruben rudolf rudy rupert
    russell rustam salman sami samir samuel sander sanjay saul scott sean sebastian sebastien selim serge sergei
    sergey sergio sergiy seth sidney sigmund silvio simon slobodan soren stanislav stanley stefan stelios stephen
    steve steven stuart suleiman sunil sven sylvain tadeusz taras tariq ted teodor terrence theo theodor theodore
    thierry thomas tiago tibor tim timothy tobias todd tom tomas tomasz tomislav tommy tony toshiro tyler ulrich
    umberto vaclav valentin valery vasily vasyl victor vikram viktor vincent vincente vitaly vitor vladimir
    vladislav vojtech volodymyr waldemar waleed walid walter warren wayne werner wesley wiktor wilhelm willem
    william wojciech wolfgang xavier yann yannis yaroslav yasser yevgeny yosef youssef yuri yusuf yves zachary
    zbigniew zdenek zoltan zoran
    """)
OF_WOMEN = words("""
    abigail ada adele adriana agata agnes agnieszka aicha aisha aleksandra alessandra alexa alexandra alexia alice
    alicia alina alison alma amanda amelia amina amira amrita amy ana ananya anastasia anaïs andrea anette angela
    angelina angelique anika anita anja anke anna anne annette annie annika antonella antonia antonina anya aoife
    arlene astrid audrey aurora ayesha ayse barbara barbora beata beatrice benedetta bente berit bernadette betty
    bianca birgit blanca bonnie bozena brenda bridget brigitte bronwyn camilla camille candace caren carina carla
    carlotta carmen carol carole caroline cassandra catalina catherina catherine cecile cecilia celia chantal
    charlotte chelsea cheryl chiamaka chiara chloe christina christine cindy claire clara clarissa claudia claudine
    clementine colette condoleezza connie consuelo cordelia corinne cristina cynthia dagmar daniela danuta daria
    deborah debra deirdre delia denise diana diane dolores donna doris dorothea dorothy edith edna edyta eileen
    ekaterina elaheh elaine eleanor elena eleni elif elise eliza elizabeth elke ella ellen elodie eloise elsa else
    elzbieta emilia emily emine emma emmanuelle enid erica erika erin ernestine esra estelle esther eugenia eunice
    eva evelyn ewa farah farida fatima faye federica felicia fernanda fiona flora florence frances francesca
    francine francoise frederika freya gabriela galina genevieve georgina geraldine gerda gertrude ghada gina
    ginevra giovanna gisela giulia giuliana gladys gloria golnaz grace greta gretchen guadalupe gudrun gwen
    gwendolyn habiba hala halina hana hanna hannah hanne harriet hatice heather heidi heike helen helena helga
    henrietta hilda hilde hillary hiroko huda ida ilona ilse imelda imogen ines inez inga inge ingrid irena irene
    irina iris irma isabel isabella isabelle isolde ivana ivanka jacqueline jadwiga jana jane janet janice janina
    jasmine jeanette jeanne jelena jenna jennifer jenny jessica jill joan joana joanna johanna jolanta josefina
    josephine joyce judit judith judy julia juliana juliane julie juliet juliette justine kamala karen karin karina
    karla karolina katarina katarzyna kate katharina katherine kathleen kathryn kathy katie katja katrina katya
    keiko kellyanne kerstin khadija kirsten kirsti klara kristen kristin krystyna lara larisa latifa laura lauren
    lavinia leah leila lena leonie leonor leticia leyla lidia liesl ligia lilian liliana lillian lina linda lisa liv
    ljubica lorena loretta lorraine lotte louisa louise lourdes lubna lucia luciana lucie lucinda lucy ludmila luisa
    luise luz lydia lyudmila mabel madeleine magda magdalena maia mairead malala malgorzata malika manuela marcela
    margaret margareta margarita margot maria mariam mariana marianne maribel marie mariella marija marika marilyn
    marina marjorie marta martha martina mary maryam maryna mathilde matilda maud maura maureen megan meghan mehreen
    melania melanie melissa mercedes meredith mette mia michaela michelle mildred milena mina minna mira miriam
    mirjana moira mona monica monika monique muriel myra myriam nabila nadezhda nadia nadine nadja najla nan nancy
    naomi nasreen natalia natalie natascha natasha nathalie nawal nazanin neha nell nicole nicolette nikki nina
    nkechi nora noura oksana olena olga olivia olympia ophelia ornella pamela parisa patricia patrizia paula paulina
    pauline pavla penelope petra philippa phoebe phyllis pia pilar polina priscilla priya rachel radhika raisa
    ramona rania raquel rasha rebecca rebekah regina renata renate rita roberta rocio rosa rosalia rosalind rosario
    rose rosemary roxana roya rukmini ruth sabina sabine sabrina sadia saira sakura sally salma samantha samira
    sandra sanna saoirse sara sarah saskia selma shabnam shanti sharon sheila shereen shirin shirley sibylle sigrid
    silvia simona sinead siobhan sofia sofie solange solveig sonia sonja sophia sophie soraya stacey stefania stella
    stephanie sue sunita susan suzanne svenja svetlana sybil sylvia sylvie tabitha tamara tanja tanya tara tatiana
    tatjana teresa tessa thea thelma theresa tilda tina tove trudy ulla ulrike ursula uta valentina valerie vanda
    vanessa veena vera verena veronica victoria viktoria violet violeta virginia virginie viviane wanda wendela
    wendy wilma winifred xenia yasmin yasmine yelena yevgenia ylva yoko yolanda yulia yvette yvonne zahra zainab
    zaynab zdenka zeynep zoe zsofia zuzana
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
