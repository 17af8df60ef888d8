"""Names of countries and regions that the gazetteer does not hold: aliases, demonyms, parts of the world."""

from __future__ import annotations

from provenance.text.listed import listed

COUNTRY_ALIASES = {
    "US": "US",
    "U.S.": "US",
    "USA": "US",
    "U.S.A.": "US",
    "America": "US",
    "the States": "US",
    "UK": "GB",
    "U.K.": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "England": "GB",
    "Scotland": "GB",
    "Wales": "GB",
    "Northern Ireland": "GB",
    "Russian Federation": "RU",
    "DPRK": "KP",
    "Democratic People's Republic of Korea": "KP",
    "ROK": "KR",
    "Republic of Korea": "KR",
    "PRC": "CN",
    "People's Republic of China": "CN",
    "Mainland China": "CN",
    "Islamic Republic of Iran": "IR",
    "Persia": "IR",
    "UAE": "AE",
    "Emirates": "AE",
    "Holland": "NL",
    "Netherlands": "NL",
    "Czech Republic": "CZ",
    "Burma": "MM",
    "Ivory Coast": "CI",
    "Cote d'Ivoire": "CI",
    "Côte d'Ivoire": "CI",
    "DRC": "CD",
    "Congo-Kinshasa": "CD",
    "Democratic Republic of Congo": "CD",
    "Congo-Brazzaville": "CG",
    "Republic of Congo": "CG",
    "Türkiye": "TR",
    "Turkey": "TR",
    "Holy See": "VA",
    "Swaziland": "SZ",
    "Macedonia": "MK",
    "East Timor": "TL",
    "Cape Verde": "CV",
    "Kosovo": "XK",
    "Palestine": "PS",
    "Palestinian Territories": "PS",
    "Gaza": "PS",
    "Gaza Strip": "PS",
    "West Bank": "PS",
    "Россия": "RU",
    "Украина": "UA",
    "Україна": "UA",
    "США": "US",
    "КНДР": "KP",
    "Китай": "CN",
    "中国": "CN",
    "日本": "JP",
    "한국": "KR",
    "북한": "KP",
    "Deutschland": "DE",
    "España": "ES",
    "Italia": "IT",
    "Brasil": "BR",
    "México": "MX",
}
# Names that keep their own form: a part of a country is not the country.
KEPT_NAMES = frozenset(
    {"England", "Scotland", "Wales", "Northern Ireland", "Gaza", "Gaza Strip", "West Bank", "Mainland China"}
)

DEMONYMS = {
    "Afghan": "AF", "Albanian": "AL", "Algerian": "DZ", "American": "US", "Argentine": "AR", "Armenian": "AM",
    "Australian": "AU", "Austrian": "AT", "Azerbaijani": "AZ", "Bahraini": "BH", "Bangladeshi": "BD",
    "Belarusian": "BY",
    "Belgian": "BE", "Bolivian": "BO", "Bosnian": "BA", "Brazilian": "BR", "British": "GB", "Bulgarian": "BG",
    "Burmese": "MM", "Cambodian": "KH", "Cameroonian": "CM", "Canadian": "CA", "Chadian": "TD", "Chilean": "CL",
    "Chinese": "CN", "Colombian": "CO", "Congolese": "CD", "Croatian": "HR", "Cuban": "CU", "Cypriot": "CY",
    "Czech": "CZ",
    "Danish": "DK", "Dutch": "NL", "Ecuadorian": "EC", "Egyptian": "EG", "Emirati": "AE", "English": "GB",
    "Eritrean": "ER", "Estonian": "EE", "Ethiopian": "ET", "Filipino": "PH", "Finnish": "FI", "French": "FR",
    "German": "DE", "Ghanaian": "GH", "Greek": "GR", "Guatemalan": "GT", "Haitian": "HT", "Honduran": "HN",
    "Hungarian": "HU", "Icelandic": "IS", "Indian": "IN", "Indonesian": "ID", "Iranian": "IR", "Iraqi": "IQ",
    "Irish": "IE", "Israeli": "IL", "Italian": "IT", "Ivorian": "CI", "Jamaican": "JM", "Japanese": "JP",
    "Jordanian": "JO", "Kazakh": "KZ", "Kenyan": "KE", "Kosovar": "XK", "Kuwaiti": "KW", "Kyrgyz": "KG",
    "Laotian": "LA",
    "Latvian": "LV", "Lebanese": "LB", "Liberian": "LR", "Libyan": "LY", "Lithuanian": "LT", "Malaysian": "MY",
    "Malian": "ML", "Maltese": "MT", "Mexican": "MX", "Moldovan": "MD", "Mongolian": "MN", "Montenegrin": "ME",
    "Moroccan": "MA", "Mozambican": "MZ", "Nepali": "NP", "Nepalese": "NP", "Nicaraguan": "NI", "Nigerian": "NG",
    "Nigerien": "NE", "North Korean": "KP", "Norwegian": "NO", "Omani": "OM", "Pakistani": "PK", "Palestinian": "PS",
    "Panamanian": "PA", "Paraguayan": "PY", "Peruvian": "PE", "Polish": "PL", "Portuguese": "PT", "Qatari": "QA",
    "Romanian": "RO", "Russian": "RU", "Rwandan": "RW", "Salvadoran": "SV", "Saudi": "SA", "Scottish": "GB",
    "Senegalese": "SN", "Serbian": "RS", "Singaporean": "SG", "Slovak": "SK", "Slovenian": "SI", "Somali": "SO",
    "South African": "ZA", "South Korean": "KR", "South Sudanese": "SS", "Spanish": "ES", "Sri Lankan": "LK",
    "Sudanese": "SD", "Swedish": "SE", "Swiss": "CH", "Syrian": "SY", "Taiwanese": "TW", "Tajik": "TJ",
    "Tanzanian": "TZ", "Thai": "TH", "Tunisian": "TN", "Turkish": "TR", "Turkmen": "TM", "Ugandan": "UG",
    "Ukrainian": "UA", "Uruguayan": "UY", "Uzbek": "UZ", "Venezuelan": "VE", "Vietnamese": "VN", "Welsh": "GB",
    "Yemeni": "YE", "Zambian": "ZM", "Zimbabwean": "ZW",
}  # fmt: skip

# Places that lie in several countries, or whose country is in dispute: known by name, of no country.
REGIONS = {
    name: name
    for name in (
        "Africa", "Antarctica", "Asia", "Europe", "North America", "South America", "Latin America", "Central America",
        "Middle East", "Near East", "Far East", "Southeast Asia", "Central Asia", "South Asia", "East Asia",
        "North Africa",
        "West Africa", "East Africa", "Sahel", "Horn of Africa", "Balkans", "Caucasus", "South Caucasus", "Baltics",
        "Scandinavia", "Caribbean", "Pacific", "Atlantic", "Arctic", "Mediterranean", "Black Sea", "Baltic Sea",
        "Red Sea", "Persian Gulf", "South China Sea", "East China Sea", "Sea of Japan", "Sea of Azov", "Gulf of Aden",
        "Gulf of Mexico", "Strait of Hormuz", "Bab el-Mandeb", "Kerch Strait", "Taiwan Strait", "Korean Peninsula",
        "Crimea", "Kashmir", "Donbas", "Donbass", "Nagorno-Karabakh", "Golan Heights", "Western Sahara", "Kurdistan",
        "Abkhazia", "Congo", "South Ossetia", "Transdniester", "Amazon", "Himalayas", "Alps", "Sahara", "Jerusalem",
    )
}  # fmt: skip
PARTS_OF_COUNTRIES = {
    "Siberia": "RU", "Chechnya": "RU", "Dagestan": "RU", "Russian Far East": "RU", "Tatarstan": "RU", "Kamchatka": "RU",
    "Tibet": "CN", "Xinjiang": "CN", "Catalonia": "ES", "Andalusia": "ES", "Bavaria": "DE", "Saxony": "DE",
    "Brittany": "FR", "Normandy": "FR", "Corsica": "FR", "Sicily": "IT", "Sardinia": "IT", "Lombardy": "IT",
    "Tuscany": "IT", "Anatolia": "TR", "Sinai": "EG", "Helmand": "AF", "Punjab": None, "Bengal": None, "Sindh": "PK",
    "Balochistan": "PK", "Gujarat": "IN", "Kerala": "IN", "Assam": "IN", "Uttar Pradesh": "IN", "Bihar": "IN",
    "Tamil Nadu": "IN", "Darfur": "SD", "Tigray": "ET", "Oromia": "ET", "Idlib": "SY", "Ontario": "CA", "Quebec": "CA",
    "Alberta": "CA", "British Columbia": "CA", "Nova Scotia": "CA", "Manitoba": "CA", "New South Wales": "AU",
    "Queensland": "AU", "Tasmania": "AU", "New England": "US", "Midwest": "US", "Capitol Hill": "US", "Manhattan": "US",
    "Brooklyn": "US", "Bronx": "US", "Queens": "US", "Hollywood": "US", "Silicon Valley": "US", "Long Island": "US",
    "Washington D.C.": "US", "Washington, D.C.": "US", "D.C.": "US", "Pentagon": "US", "Hokkaido": "JP",
    "Okinawa": "JP", "Fukushima": "JP", "Aceh": "ID", "Bali": "ID", "Sumatra": "ID", "Java": "ID", "Mindanao": "PH",
    "Donetsk": "UA", "Luhansk": "UA", "Gyeonggi": "KR", "Jeju": "KR", "Ulster": "GB", "Yorkshire": "GB", "Kent": "GB",
}  # fmt: skip

# US states as local news abbreviates them.
STATE_ABBREVIATIONS = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
    "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois",
    "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Md.": "Maryland",
    "Mass.": "Massachusetts", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri",
    "Mont.": "Montana", "Neb.": "Nebraska", "Nev.": "Nevada", "N.H.": "New Hampshire", "N.J.": "New Jersey",
    "N.M.": "New Mexico", "N.Y.": "New York", "N.C.": "North Carolina", "N.D.": "North Dakota", "Okla.": "Oklahoma",
    "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island", "S.C.": "South Carolina", "S.D.": "South Dakota",
    "Tenn.": "Tennessee", "Tex.": "Texas", "Vt.": "Vermont", "Va.": "Virginia", "Wash.": "Washington",
    "W.Va.": "West Virginia", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
}  # fmt: skip

# Cities by the names they had, or have in English, beside the gazetteer's own.
CITY_ALIASES = {
    "Kiev": "Kyiv", "Peking": "Beijing", "Bombay": "Mumbai", "Calcutta": "Kolkata", "Madras": "Chennai",
    "Saigon": "Ho Chi Minh City", "Rangoon": "Yangon", "Kharkov": "Kharkiv", "Lvov": "Lviv", "Odessa": "Odesa",
    "Astana": "Astana", "Nur-Sultan": "Astana", "New York": "New York City", "NYC": "New York City",
    "Petersburg": "Saint Petersburg", "St. Petersburg": "Saint Petersburg", "Mecca": "Mecca", "Sanaa": "Sanaa",
    "Sana'a": "Sanaa", "Hanoi": "Hanoi", "Washington": "Washington", "Zurich": "Zürich", "Cracow": "Kraków",
    "Krakow": "Kraków", "Dusseldorf": "Düsseldorf", "Cologne": "Köln", "Munich": "Munich", "Bogota": "Bogotá",
    "Sao Paulo": "São Paulo", "Lisbon": "Lisbon", "Frankfurt": "Frankfurt am Main", "LA": "Los Angeles",
    "L.A.": "Los Angeles", "Pyongyang": "Pyongyang", "Canton": "Guangzhou", "Dnepropetrovsk": "Dnipro",
    "Mariupol": "Mariupol", "Homs": "Homs", "Benghazi": "Benghazi", "Brussels": "Brussels", "The Hague": "The Hague",
    "Vladivostock": "Vladivostok",
}  # fmt: skip

# Words that are names of towns somewhere and anything but a place almost everywhere.
NO_PLACES = listed(
    """
    Of Nice Reading Bath Mobile Bar Much Most Same Best March May Police Man Men Male Son Date Deal Sale Ham
    Split University Independence Enterprise Liberty Union Commerce Justice Hope Faith Victoria Progress Central
    Park Temple Orange Sandy Mission Media Marina Normal Opportunity Surprise Paradise Buy Wells Gap Bend Eagle
    Mercedes Trump Kim Moon Van Battle Bay Deal Sandwich Rugby Derby Worth Along Bad Ban Bo Man Mon Same This
    That The In On At Republic Senate House Congress Gas Oil Ye Un Il Imam Golden Green White Black Brown Young
    Wang Li Lee Church Chancellor Minister President Parliament General Major Kill Lead Ten Hundred Chairman
    Queen King Prince Laws Lost Sun Star Post Times Herald Guardian Mirror Independent Telegraph Metro Universal
    Ford Lincoln Jackson Jefferson Madison Clinton Hamilton Franklin Nelson Grant Warren Kennedy Carson Perry
    Logan Tyler Taylor Wilson Anderson Davis Henderson Johnson Thomas Marshall Mitchell Murray Parker Spencer
    Sterling Stewart Vernon Wayne Webster Winston Norman Bush Obama Biden Pence Pompeo Lavrov Peskov Putin Xi
    Abe Modi Cameron Blair Rice Powell Gates Kerry Rubio Cruz Paul Graham Ryan Boehner Romney Santorum Gingrich
    Bachmann Huntsman Christie Walker Rand Carter Reagan Nixon
    """
)
