"""Units and their exact factors, as `tests/model/make_unit_table.py` writes and explains them.

A line of TABLE: what is shown | factor | offset | dimension | other spellings.
"""

TABLE = """\
%|1/100|0||percent,per cent,pour cent,pourcent
‰|1/1000|0||per mille,pour mille
ppm|1/1000000|0||
ppb|1/1000000000|0||
nm|1/1000000000|0|m:1|nanometre,nanometres,nanometer,nanometers,nanomètre,nanomètres
µm|1/1000000|0|m:1|um,micrometre,micrometres,micrometer,micrometers,micromètre,micromètres
mm|1/1000|0|m:1|millimetre,millimetres,millimeter,millimeters,millimètre,millimètres
cm|1/100|0|m:1|centimetre,centimetres,centimeter,centimeters,centimètre,centimètres
dm|1/10|0|m:1|decimetre,decimetres,decimeter,decimeters,décimètre,décimètres
m|1|0|m:1|metre,metres,meter,meters,mètre,mètres
hm|100|0|m:1|hectometre,hectometres,hectometer,hectometers,hectomètre,hectomètres
km|1000|0|m:1|kilometre,kilometres,kilometer,kilometers,kilomètre,kilomètres
inch|127/5000|0|m:1|inches
ft|381/1250|0|m:1|foot,feet
yd|1143/1250|0|m:1|yard,yards
mile|201168/125|0|m:1|miles,mi
nmi|1852|0|m:1|nautical mile,nautical miles
astronomical unit|149597870700|0|m:1|astronomical units,unité astronomique,unités astronomiques
light year|9460730472580800|0|m:1|light years,année lumière,années lumières,années lumière
parsec|99731913800000000000000000000000000000000000000000000000000000000/3232091207422229445026428631923523443923250258721|0|m:1|parsecs
m²|1|0|m:2|m2,square metre,square metres,square meter,square meters,mètre carré,mètres carrés
km²|1000000|0|m:2|km2,square kilometre,square kilometres,square kilometer,square kilometers,kilomètre carré,kilomètres carrés
ha|10000|0|m:2|hectare,hectares
acre|62726400000/15499969|0|m:2|acres
sq ft|145161/1562500|0|m:2|sqft,square foot,square feet
sq mi|40468564224/15625|0|m:2|square mile,square miles
ml|1/1000000|0|m:3|mL,millilitre,millilitres,milliliter,milliliters
cl|1/100000|0|m:3|cL,centilitre,centilitres,centiliter,centiliters
dl|1/10000|0|m:3|dL,décilitre,décilitres,decilitre,decilitres,deciliter,deciliters
l|1/1000|0|m:3|L,litre,litres,liter,liters
hl|1/10|0|m:3|hL,hectolitre,hectolitres,hectoliter,hectoliters
m³|1|0|m:3|m3,cubic metre,cubic metres,cubic meter,cubic meters,mètre cube,mètres cubes
bcm|1000000000|0|m:3|billion cubic metres,billion cubic meters
hm³|1000000|0|m:3|hm3,cubic hectometre,cubic hectometres,cubic hectometer,cubic hectometers,hectomètre cube,hectomètres cubes
bcf|3539605824/125|0|m:3|Bcf,billion cubic feet
tcf|28316846592|0|m:3|Tcf,trillion cubic feet
acre foot|75271680000000/61023377953|0|m:3|acre feet
barrel|9936705933/62500000000|0|m:3|barrels,bbl,oil barrel,oil barrels,baril,barils
gallon|473176473/125000000000|0|m:3|gallons,US gallon,US gallons
imperial gallon|454609/100000000|0|m:3|imperial gallons
cup|473176473/2000000000000|0|m:3|cups
tablespoon|473176473/32000000000000|0|m:3|tablespoons
teaspoon|157725491/32000000000000|0|m:3|teaspoons
ng|1/1000000000000|0|kg:1|nanogram,nanograms,nanogramme,nanogrammes
µg|1/1000000000|0|kg:1|ug,microgram,micrograms,microgramme,microgrammes
mg|1/1000000|0|kg:1|milligram,milligrams,milligramme,milligrammes
g|1/1000|0|kg:1|gram,grams,gramme,grammes
kg|1|0|kg:1|kilogram,kilograms,kilogramme,kilogrammes
quintal|100|0|kg:1|quintals,quintaux
t|1000|0|kg:1|tonne,tonnes,metric ton,metric tons
kt|1000000|0|kg:1|kilotonne,kilotonnes
Mt|1000000000|0|kg:1|megatonne,megatonnes,mégatonne,mégatonnes
Gt|1000000000000|0|kg:1|gigatonne,gigatonnes
lb|45359237/100000000|0|kg:1|lbs
short ton|45359237/50000|0|kg:1|short tons
long ton|317514659/312500|0|kg:1|long tons
avoirdupois ounce|45359237/1600000000|0|kg:1|avoirdupois ounces
troy ounce|19439673/625000000|0|kg:1|troy ounces,ozt
J|1|0|kg:1 m:2 s:-2|joule,joules
kJ|1000|0|kg:1 m:2 s:-2|kilojoule,kilojoules
MJ|1000000|0|kg:1 m:2 s:-2|megajoule,megajoules,mégajoule,mégajoules
GJ|1000000000|0|kg:1 m:2 s:-2|gigajoule,gigajoules
TJ|1000000000000|0|kg:1 m:2 s:-2|terajoule,terajoules,térajoule,térajoules
PJ|1000000000000000|0|kg:1 m:2 s:-2|petajoule,petajoules,pétajoule,pétajoules
EJ|1000000000000000000|0|kg:1 m:2 s:-2|exajoule,exajoules
Wh|3600|0|kg:1 m:2 s:-2|watt hour,watt hours,wattheure,wattheures
kWh|3600000|0|kg:1 m:2 s:-2|kilowatt hour,kilowatt hours,kilowattheure,kilowattheures
MWh|3600000000|0|kg:1 m:2 s:-2|megawatt hour,megawatt hours,mégawattheure,mégawattheures
GWh|3600000000000|0|kg:1 m:2 s:-2|gigawatt hour,gigawatt hours,gigawattheure,gigawattheures
TWh|3600000000000000|0|kg:1 m:2 s:-2|terawatt hour,terawatt hours,térawattheure,térawattheures
PWh|3600000000000000000|0|kg:1 m:2 s:-2|petawatt hour,petawatt hours,pétawattheure,pétawattheures
cal|523/125|0|kg:1 m:2 s:-2|
kcal|4184|0|kg:1 m:2 s:-2|kilocalorie,kilocalories
toe|41868000000|0|kg:1 m:2 s:-2|tep,tonne of oil equivalent,tonnes of oil equivalent
ktoe|41868000000000|0|kg:1 m:2 s:-2|ktep
Mtoe|41868000000000000|0|kg:1 m:2 s:-2|Mtep
boe|6119324800|0|kg:1 m:2 s:-2|bep,barrel of oil equivalent,barrels of oil equivalent,baril équivalent pétrole,barils équivalent pétrole
tce|29307600000|0|kg:1 m:2 s:-2|tec,tonne of coal equivalent,tonnes of coal equivalent,tonne équivalent charbon,tonnes équivalent charbon
Mtce|29307600000000000|0|kg:1 m:2 s:-2|Mtec
Btu|131882/125|0|kg:1 m:2 s:-2|BTU,British thermal unit,British thermal units
MMBtu|1055056000|0|kg:1 m:2 s:-2|MMBTU
therm|105505600|0|kg:1 m:2 s:-2|therms
keV|801088317/5000000000000000000000000|0|kg:1 m:2 s:-2|kiloelectronvolt,kiloelectronvolts,kiloélectronvolt,kiloélectronvolts
MeV|801088317/5000000000000000000000|0|kg:1 m:2 s:-2|megaelectronvolt,megaelectronvolts,mégaélectronvolt,mégaélectronvolts
GeV|801088317/5000000000000000000|0|kg:1 m:2 s:-2|gigaelectronvolt,gigaelectronvolts,gigaélectronvolt,gigaélectronvolts
TeV|801088317/5000000000000000|0|kg:1 m:2 s:-2|teraelectronvolt,teraelectronvolts,téraélectronvolt,téraélectronvolts
W|1|0|kg:1 m:2 s:-3|watt,watts
kW|1000|0|kg:1 m:2 s:-3|kilowatt,kilowatts
MW|1000000|0|kg:1 m:2 s:-3|megawatt,megawatts,mégawatt,mégawatts
GW|1000000000|0|kg:1 m:2 s:-3|gigawatt,gigawatts
TW|1000000000000|0|kg:1 m:2 s:-3|terawatt,terawatts,térawatt,térawatts
hp|37284993579113511/50000000000000|0|kg:1 m:2 s:-3|horsepower
ch|588399/800|0|kg:1 m:2 s:-3|metric horsepower,cheval-vapeur,chevaux
ns|1/1000000000|0|s:1|nanosecond,nanoseconds,nanoseconde,nanosecondes
µs|1/1000000|0|s:1|microsecond,microseconds,microseconde,microsecondes
ms|1/1000|0|s:1|millisecond,milliseconds,milliseconde,millisecondes
s|1|0|s:1|sec,second,seconds,seconde,secondes
min|60|0|s:1|minute,minutes
h|3600|0|s:1|hr,hour,hours,heure,heures
day|86400|0|s:1|d,days,jour,jours
week|604800|0|s:1|weeks,semaine,semaines
month|2629800|0|s:1|months,mois
year|31557600|0|s:1|yr,years,an,ans,année,années
decade|315576000|0|s:1|decades,décennie,décennies
century|3155760000|0|s:1|centuries,siècle,siècles
millennium|31557600000|0|s:1|millennia,millenniums,millénaire,millénaires
km/h|5/18|0|m:1 s:-1|kph,kmh
mph|1397/3125|0|m:1 s:-1|
knot|463/900|0|m:1 s:-1|knots,kn,nœud,nœuds
Hz|1|0|s:-1|hertz
kHz|1000|0|s:-1|kilohertz
MHz|1000000|0|s:-1|megahertz,mégahertz
GHz|1000000000|0|s:-1|gigahertz
THz|1000000000000|0|s:-1|terahertz,térahertz
bit|1|0|bit:1|bits
kbit|1000|0|bit:1|kilobit,kilobits
Mbit|1000000|0|bit:1|megabit,megabits,mégabit,mégabits
Gbit|1000000000|0|bit:1|gigabit,gigabits
Tbit|1000000000000|0|bit:1|terabit,terabits,térabit,térabits
byte|8|0|bit:1|B,bytes,octet,octets
kB|8000|0|bit:1|ko,kilobyte,kilobytes,kilooctet,kilooctets
MB|8000000|0|bit:1|Mo,megabyte,megabytes,mégaoctet,mégaoctets
GB|8000000000|0|bit:1|Go,gigabyte,gigabytes,gigaoctet,gigaoctets
TB|8000000000000|0|bit:1|To,terabyte,terabytes,téraoctet,téraoctets
PB|8000000000000000|0|bit:1|Po,petabyte,petabytes,pétaoctet,pétaoctets
EB|8000000000000000000|0|bit:1|Eo,exabyte,exabytes,exaoctet,exaoctets
ZB|8000000000000000000000|0|bit:1|Zo,zettabyte,zettabytes,zettaoctet,zettaoctets
KiB|8192|0|bit:1|kibibyte,kibibytes
MiB|8388608|0|bit:1|mebibyte,mebibytes
GiB|8589934592|0|bit:1|gibibyte,gibibytes
TiB|8796093022208|0|bit:1|tebibyte,tebibytes
kbit/s|1000|0|bit:1 s:-1|kbps
Mbit/s|1000000|0|bit:1 s:-1|Mbps
Gbit/s|1000000000|0|bit:1 s:-1|Gbps
Tbit/s|1000000000000|0|bit:1 s:-1|Tbps
K|1|0|K:1|kelvin,kelvins
°C|1|5463/20|K:1|degC,Celsius,degree Celsius,degrees Celsius,degré Celsius,degrés Celsius
°F|5/9|45967/180|K:1|degF,Fahrenheit,degree Fahrenheit,degrees Fahrenheit,degré Fahrenheit,degrés Fahrenheit
delta °C|1|0|K:1|delta degC
delta °F|5/9|0|K:1|delta degF
Pa|1|0|kg:1 m:-1 s:-2|pascal,pascals
hPa|100|0|kg:1 m:-1 s:-2|hectopascal,hectopascals
kPa|1000|0|kg:1 m:-1 s:-2|kilopascal,kilopascals
MPa|1000000|0|kg:1 m:-1 s:-2|megapascal,megapascals,mégapascal,mégapascals
GPa|1000000000|0|kg:1 m:-1 s:-2|gigapascal,gigapascals
mbar|100|0|kg:1 m:-1 s:-2|millibar,millibars
bar|100000|0|kg:1 m:-1 s:-2|bars
psi|8896443230521/1290320000|0|kg:1 m:-1 s:-2|
mmHg|26664477483/200000000|0|kg:1 m:-1 s:-2|mm Hg
N|1|0|kg:1 m:1 s:-2|newton,newtons
kN|1000|0|kg:1 m:1 s:-2|kilonewton,kilonewtons
MN|1000000|0|kg:1 m:1 s:-2|meganewton,meganewtons,méganewton,méganewtons
Nm|1|0|kg:1 m:2 s:-2|newton metre,newton metres,newton meter,newton meters
mV|1/1000|0|A:-1 kg:1 m:2 s:-3|millivolt,millivolts
V|1|0|A:-1 kg:1 m:2 s:-3|volt,volts
kV|1000|0|A:-1 kg:1 m:2 s:-3|kilovolt,kilovolts
mA|1/1000|0|A:1|milliampere,milliamperes,milliampère,milliampères
A|1|0|A:1|ampere,amperes,ampère,ampères,amp,amps
kA|1000|0|A:1|kiloampere,kiloamperes,kiloampère,kiloampères
mAh|18/5|0|A:1 s:1|milliampere hour,milliampere hours
Ah|3600|0|A:1 s:1|ampere hour,ampere hours
Ω|1|0|A:-2 kg:1 m:2 s:-3|ohm,ohms
mol|1|0|mol:1|mole,moles
mmol|1/1000|0|mol:1|millimole,millimoles
µmol|1/1000000|0|mol:1|umol,micromole,micromoles
nSv|1/1000000000|0|m:2 s:-2|nanosievert,nanosieverts
µSv|1/1000000|0|m:2 s:-2|uSv,microsievert,microsieverts
mSv|1/1000|0|m:2 s:-2|millisievert,millisieverts
Sv|1|0|m:2 s:-2|sievert,sieverts
mGy|1/1000|0|m:2 s:-2|milligray,milligrays
Gy|1|0|m:2 s:-2|gray,grays
Bq|1|0|count:1 s:-1|becquerel,becquerels
kBq|1000|0|count:1 s:-1|kilobecquerel,kilobecquerels
MBq|1000000|0|count:1 s:-1|megabecquerel,megabecquerels,mégabecquerel,mégabecquerels
GBq|1000000000|0|count:1 s:-1|gigabecquerel,gigabecquerels
TBq|1000000000000|0|count:1 s:-1|terabecquerel,terabecquerels,térabecquerel,térabecquerels
PBq|1000000000000000|0|count:1 s:-1|petabecquerel,petabecquerels,pétabecquerel,pétabecquerels
l/100km|1/100000000|0|m:2|L/100km,l/100 km,L/100 km
kWh/100km|36|0|kg:1 m:1 s:-2|kWh/100 km
percentage point|1/100|0|percentage_point:1|pp,point,points,percentage points,point de pourcentage,points de pourcentage
basis point|1/10000|0|percentage_point:1|bp,bps,basis points,point de base,points de base
FLOP|1|0|FLOP:1|
FLOPS|1|0|FLOP:1 s:-1|FLOP/s
GFLOPS|1000000000|0|FLOP:1 s:-1|gigaFLOPS,gigaflops,GFLOP/s
TFLOPS|1000000000000|0|FLOP:1 s:-1|teraFLOPS,teraflops,téraflops,TFLOP/s
PFLOPS|1000000000000000|0|FLOP:1 s:-1|petaFLOPS,petaflops,pétaflops,PFLOP/s
EFLOPS|1000000000000000000|0|FLOP:1 s:-1|exaFLOPS,exaflops,EFLOP/s
"""

# Full names of pint, and prefixes that may stand before them, for which pint itself is asked.
RARE = """\
acre acre_foot ampere ampere_hour angstrom apothecary_dram apothecary_ounce apothecary_pound
astronomical_unit atmosphere_liter barye becquerel beer_barrel board_foot boiler_horsepower
british_thermal_unit buckingham byte cables_length candela century common_year cooling_tower_ton
coulomb counts_per_second cubic_centimeter cubic_foot cubic_inch cubic_yard dry_barrel dry_gallon
dry_pint dry_quart dyne electrical_horsepower electron_volt entropy_unit enzyme_unit farad fathom
fifteen_degree_calorie fluid_dram fluid_ounce foot foot_per_second foot_pound force_gram
force_kilogram force_long_ton force_metric_ton force_ounce force_pound force_ton fortnight furlong
gallon gram gray gregorian_year hectare hertz horsepower hour imperial_barrel imperial_bushel
imperial_cup imperial_fluid_drachm imperial_fluid_ounce imperial_fluid_scruple imperial_gallon
imperial_gill imperial_minim imperial_peck imperial_pint imperial_quart inch
international_british_thermal_unit international_calorie joule katal kelvin kilometer_per_hour
kip_per_square_inch knot leap_year light_year liter long_hundredweight long_ton meter
meter_per_second meter_per_second_squared metric_horsepower metric_ton micron mile mile_per_hour
millennium minute molar mole month nautical_mile newton oil_barrel parsec pascal peak_sun_hour
pennyweight pound_force_per_square_inch poundal reciprocal_centimeter refrigeration_ton reyn
roentgen second sidereal_day sidereal_month sidereal_year sievert slinch square_foot square_inch
square_league square_mile square_rod square_survey_mile square_yard stere stilb survey_foot
survey_mile sverdrup synodic_month tablespoon teaspoon technical_atmosphere therm
thermochemical_british_thermal_unit tonne_of_oil_equivalent tropical_month tropical_year
troy_ounce troy_pound unified_atomic_mass_unit volt watt watt_hour week yard year
"""

PREFIXES = """\
quecto ronto yocto zepto atto femto pico nano micro milli centi deci deca hecto kilo mega giga
tera peta exa zetta yotta ronna quetta kibi mebi gibi tebi pebi exbi zebi yobi
"""

# The base units of pint, and what a dimension calls them.
BASES = """\
kilogram=kg meter=m second=s kelvin=K ampere=A mole=mol candela=cd bit=bit count=count
"""
