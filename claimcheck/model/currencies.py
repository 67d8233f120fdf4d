"""Currencies: codes of ISO 4217, active ones and those that the euro or a reform replaced since 1999.

Codes of metals, bonds, funds and tests are left out: no article counts money in them. `XDR`, the
unit of the IMF, and `CLF`, in which Chile quotes prices, are kept.
"""

from collections.abc import Mapping
from functools import cache

# Code | name in English | name in French, in the singular, as in running text.
_NAMES = """\
AED|UAE dirham|dirham des Émirats arabes unis
AFN|Afghan afghani|afghani afghan
ALL|Albanian lek|lek albanais
AMD|Armenian dram|dram arménien
ANG|Antillean guilder|florin antillais
AOA|Angolan kwanza|kwanza angolais
ARS|Argentine peso|peso argentin
ATS|Austrian schilling|schilling autrichien
AUD|Australian dollar|dollar australien
AWG|Aruban florin|florin d’Aruba
AZN|Azerbaijani manat|manat azerbaïdjanais
BAM|convertible mark|mark convertible
BBD|Barbados dollar|dollar barbadien
BDT|Bangladeshi taka|taka bangladais
BEF|Belgian franc|franc belge
BGN|Bulgarian lev|lev bulgare
BHD|Bahraini dinar|dinar bahreïnien
BIF|Burundian franc|franc burundais
BMD|Bermudian dollar|dollar bermudien
BND|Brunei dollar|dollar de Brunei
BOB|boliviano|boliviano
BRL|Brazilian real|real brésilien
BSD|Bahamian dollar|dollar bahaméen
BTN|Bhutanese ngultrum|ngultrum bhoutanais
BWP|Botswana pula|pula botswanais
BYN|Belarusian rouble|rouble biélorusse
BZD|Belize dollar|dollar bélizien
CAD|Canadian dollar|dollar canadien
CDF|Congolese franc|franc congolais
CHF|Swiss franc|franc suisse
CLF|unidad de fomento|unité de fomento
CLP|Chilean peso|peso chilien
CNY|yuan|yuan
COP|Colombian peso|peso colombien
CRC|Costa Rican colón|colón costaricien
CUP|Cuban peso|peso cubain
CVE|Cape Verdean escudo|escudo cap-verdien
CYP|Cypriot pound|livre chypriote
CZK|Czech koruna|couronne tchèque
DEM|German mark|mark allemand
DJF|Djiboutian franc|franc de Djibouti
DKK|Danish krone|couronne danoise
DOP|Dominican peso|peso dominicain
DZD|Algerian dinar|dinar algérien
EEK|Estonian kroon|couronne estonienne
EGP|Egyptian pound|livre égyptienne
ERN|Eritrean nakfa|nakfa érythréen
ESP|Spanish peseta|peseta espagnole
ETB|Ethiopian birr|birr éthiopien
EUR|euro|euro
FIM|Finnish markka|mark finlandais
FJD|Fijian dollar|dollar fidjien
FKP|Falkland Islands pound|livre des Malouines
FRF|French franc|franc français
GBP|pound sterling|livre sterling
GEL|Georgian lari|lari géorgien
GHS|Ghanaian cedi|cedi ghanéen
GIP|Gibraltar pound|livre de Gibraltar
GMD|Gambian dalasi|dalasi gambien
GNF|Guinean franc|franc guinéen
GRD|Greek drachma|drachme grecque
GTQ|Guatemalan quetzal|quetzal guatémaltèque
GYD|Guyanese dollar|dollar guyanien
HKD|Hong Kong dollar|dollar de Hong Kong
HNL|Honduran lempira|lempira hondurien
HRK|Croatian kuna|kuna croate
HTG|Haitian gourde|gourde haïtienne
HUF|Hungarian forint|forint hongrois
IDR|Indonesian rupiah|roupie indonésienne
IEP|Irish pound|livre irlandaise
ILS|shekel|shekel
INR|Indian rupee|roupie indienne
IQD|Iraqi dinar|dinar irakien
IRR|Iranian rial|rial iranien
ISK|Icelandic króna|couronne islandaise
ITL|Italian lira|lire italienne
JMD|Jamaican dollar|dollar jamaïcain
JOD|Jordanian dinar|dinar jordanien
JPY|yen|yen
KES|Kenyan shilling|shilling kényan
KGS|Kyrgyz som|som kirghiz
KHR|Cambodian riel|riel cambodgien
KMF|Comorian franc|franc comorien
KPW|North Korean won|won nord-coréen
KRW|South Korean won|won sud-coréen
KWD|Kuwaiti dinar|dinar koweïtien
KYD|Cayman Islands dollar|dollar des îles Caïmans
KZT|Kazakh tenge|tenge kazakh
LAK|Lao kip|kip laotien
LBP|Lebanese pound|livre libanaise
LKR|Sri Lankan rupee|roupie srilankaise
LRD|Liberian dollar|dollar libérien
LSL|Lesotho loti|loti du Lesotho
LTL|Lithuanian litas|litas lituanien
LUF|Luxembourg franc|franc luxembourgeois
LVL|Latvian lats|lats letton
LYD|Libyan dinar|dinar libyen
MAD|Moroccan dirham|dirham marocain
MDL|Moldovan leu|leu moldave
MGA|Malagasy ariary|ariary malgache
MKD|Macedonian denar|denar macédonien
MMK|Myanmar kyat|kyat birman
MNT|Mongolian tugrik|tugrik mongol
MOP|Macanese pataca|pataca de Macao
MRU|Mauritanian ouguiya|ouguiya mauritanien
MTL|Maltese lira|lire maltaise
MUR|Mauritian rupee|roupie mauricienne
MVR|Maldivian rufiyaa|rufiyaa des Maldives
MWK|Malawian kwacha|kwacha malawien
MXN|Mexican peso|peso mexicain
MYR|Malaysian ringgit|ringgit malaisien
MZN|Mozambican metical|metical mozambicain
NAD|Namibian dollar|dollar namibien
NGN|Nigerian naira|naira nigérian
NIO|Nicaraguan córdoba|córdoba nicaraguayen
NLG|Dutch guilder|florin néerlandais
NOK|Norwegian krone|couronne norvégienne
NPR|Nepalese rupee|roupie népalaise
NZD|New Zealand dollar|dollar néo-zélandais
OMR|Omani rial|rial omanais
PAB|Panamanian balboa|balboa panaméen
PEN|Peruvian sol|sol péruvien
PGK|Papua New Guinean kina|kina papouan
PHP|Philippine peso|peso philippin
PKR|Pakistani rupee|roupie pakistanaise
PLN|Polish zloty|zloty polonais
PTE|Portuguese escudo|escudo portugais
PYG|Paraguayan guaraní|guarani paraguayen
QAR|Qatari riyal|riyal qatari
ROL|old Romanian leu|ancien leu roumain
RON|Romanian leu|leu roumain
RSD|Serbian dinar|dinar serbe
RUB|Russian rouble|rouble russe
RWF|Rwandan franc|franc rwandais
SAR|Saudi riyal|riyal saoudien
SBD|Solomon Islands dollar|dollar des Salomon
SCR|Seychelles rupee|roupie seychelloise
SDG|Sudanese pound|livre soudanaise
SEK|Swedish krona|couronne suédoise
SGD|Singapore dollar|dollar de Singapour
SHP|Saint Helena pound|livre de Sainte-Hélène
SIT|Slovenian tolar|tolar slovène
SKK|Slovak koruna|couronne slovaque
SLE|Sierra Leonean leone|leone sierra-léonais
SOS|Somali shilling|shilling somalien
SRD|Surinamese dollar|dollar surinamais
SSP|South Sudanese pound|livre sud-soudanaise
STN|São Tomé dobra|dobra de Sao Tomé
SVC|Salvadoran colón|colón salvadorien
SYP|Syrian pound|livre syrienne
SZL|Swazi lilangeni|lilangeni swazi
THB|Thai baht|baht thaïlandais
TJS|Tajik somoni|somoni tadjik
TMT|Turkmen manat|manat turkmène
TND|Tunisian dinar|dinar tunisien
TOP|Tongan paʻanga|paʻanga tongien
TRL|old Turkish lira|ancienne livre turque
TRY|Turkish lira|livre turque
TTD|Trinidad and Tobago dollar|dollar de Trinité-et-Tobago
TWD|New Taiwan dollar|dollar de Taïwan
TZS|Tanzanian shilling|shilling tanzanien
UAH|Ukrainian hryvnia|hryvnia ukrainienne
UGX|Ugandan shilling|shilling ougandais
USD|US dollar|dollar américain
UYU|Uruguayan peso|peso uruguayen
UZS|Uzbek som|soum ouzbek
VED|digital bolívar|bolivar numérique
VES|Venezuelan bolívar|bolivar vénézuélien
VND|Vietnamese dong|dong vietnamien
VUV|Vanuatu vatu|vatu vanuatais
WST|Samoan tala|tala samoan
XAF|Central African CFA franc|franc CFA d’Afrique centrale
XCD|East Caribbean dollar|dollar des Caraïbes orientales
XCG|Caribbean guilder|florin caribéen
XDR|special drawing right|droit de tirage spécial
XOF|West African CFA franc|franc CFA d’Afrique de l’Ouest
XPF|CFP franc|franc Pacifique
YER|Yemeni rial|rial yéménite
ZAR|South African rand|rand sud-africain
ZMW|Zambian kwacha|kwacha zambien
ZWG|Zimbabwe gold|or zimbabwéen
"""

CODES = frozenset(line[:3] for line in _NAMES.splitlines())


@cache
def currencies() -> Mapping[str, Mapping[str, str]]:
    """Every code with its name in English (`en`) and French (`fr`), in the singular."""
    rows = (line.split("|") for line in _NAMES.splitlines())
    return {code: {"en": english, "fr": french} for code, english, french in rows}
