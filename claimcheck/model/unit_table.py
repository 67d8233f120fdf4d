"""Exact factors of the units that news desks meet; written by tests/model/make_unit_table.py.

Each line: display name | factor | offset | base units with exponents | other spellings.
"""

TABLE = """\
%|1/100|0||percent,per cent
‰|1/1000|0||per mille,per mil
ppm|1/1000000|0||
mm|1/1000|0|m:1|millimetre,millimetres,millimeter,millimeters,millimètres
cm|1/100|0|m:1|centimetre,centimetres,centimeter,centimeters,centimètres
m|1|0|m:1|metre,metres,meter,meters,mètre,mètres
km|1000|0|m:1|kilometre,kilometres,kilometer,kilometers,kilomètres
in|127/5000|0|m:1|inch,inches
ft|381/1250|0|m:1|foot,feet
mile|201168/125|0|m:1|miles
nmi|1852|0|m:1|nautical mile,nautical miles
ha|10000|0|m:2|hectare,hectares
acre|62726400000/15499969|0|m:2|acres
m²|1|0|m:2|m2,square metre,square metres,square meter,square meters
km²|1000000|0|m:2|km2,square kilometre,square kilometres,square kilometers
m³|1|0|m:3|m3,cubic metre,cubic metres,cubic meter,cubic meters
sq ft|145161/1562500|0|m:2|square foot,square feet
l|1/1000|0|m:3|L,litre,litres,liter,liters
ml|1/1000000|0|m:3|mL
hl|1/10|0|m:3|hL,hectolitre,hectolitres
barrel|9936705933/62500000000|0|m:3|barrels,bbl
gallon|473176473/125000000000|0|m:3|gallons
µg|1/1000000000|0|kg:1|μg,ug,microgram,micrograms
mg|1/1000000|0|kg:1|milligram,milligrams
g|1/1000|0|kg:1|gram,grams,gramme,grammes
kg|1|0|kg:1|kilogram,kilograms,kilogramme,kilogrammes
t|1000|0|kg:1|tonne,tonnes
kt|1000000|0|kg:1|kilotonne,kilotonnes
Mt|1000000000|0|kg:1|megatonne,megatonnes
Gt|1000000000000|0|kg:1|gigatonne,gigatonnes
lb|45359237/100000000|0|kg:1|lbs
oz|45359237/1600000000|0|kg:1|ounce,ounces
J|1|0|kg:1 m:2 s:-2|joule,joules
kJ|1000|0|kg:1 m:2 s:-2|
MJ|1000000|0|kg:1 m:2 s:-2|
GJ|1000000000|0|kg:1 m:2 s:-2|
TJ|1000000000000|0|kg:1 m:2 s:-2|
PJ|1000000000000000|0|kg:1 m:2 s:-2|
EJ|1000000000000000000|0|kg:1 m:2 s:-2|
Wh|3600|0|kg:1 m:2 s:-2|watt hour,watt hours
kWh|3600000|0|kg:1 m:2 s:-2|kilowatt hour,kilowatt hours
MWh|3600000000|0|kg:1 m:2 s:-2|megawatt hour,megawatt hours
GWh|3600000000000|0|kg:1 m:2 s:-2|gigawatt hour,gigawatt hours
TWh|3600000000000000|0|kg:1 m:2 s:-2|terawatt hour,terawatt hours
kcal|4184|0|kg:1 m:2 s:-2|kilocalorie,kilocalories
toe|41868000000|0|kg:1 m:2 s:-2|tep
Mtoe|41868000000000000|0|kg:1 m:2 s:-2|Mtep
Btu|131882/125|0|kg:1 m:2 s:-2|BTU
MMBtu|1055056000|0|kg:1 m:2 s:-2|MMBTU
W|1|0|kg:1 m:2 s:-3|watt,watts
kW|1000|0|kg:1 m:2 s:-3|kilowatt,kilowatts
MW|1000000|0|kg:1 m:2 s:-3|megawatt,megawatts
GW|1000000000|0|kg:1 m:2 s:-3|gigawatt,gigawatts
TW|1000000000000|0|kg:1 m:2 s:-3|terawatt,terawatts
hp|37284993579113511/50000000000000|0|kg:1 m:2 s:-3|horsepower
ms|1/1000|0|s:1|millisecond,milliseconds
s|1|0|s:1|second,seconds,seconde,secondes
min|60|0|s:1|minute,minutes
h|3600|0|s:1|hour,hours,heure,heures
day|86400|0|s:1|days,d,jour,jours
week|604800|0|s:1|weeks,semaine,semaines
month|2629800|0|s:1|months,mois
year|31557600|0|s:1|years,yr,an,ans,année,années
km/h|5/18|0|m:1 s:-1|kph,kmh
m/s|1|0|m:1 s:-1|
mph|1397/3125|0|m:1 s:-1|
knot|463/900|0|m:1 s:-1|knots,kn
bit|1|0|bit:1|bits
byte|8|0|bit:1|B,bytes,octet,octets
kB|8000|0|bit:1|ko
MB|8000000|0|bit:1|Mo
GB|8000000000|0|bit:1|Go
TB|8000000000000|0|bit:1|To
PB|8000000000000000|0|bit:1|Po
Mbit/s|1000000|0|bit:1 s:-1|Mbps
Gbit/s|1000000000|0|bit:1 s:-1|Gbps
K|1|0|K:1|kelvin
°C|1|5463/20|K:1|degC,degree Celsius,degrees Celsius
°F|5/9|45967/180|K:1|degF,degree Fahrenheit,degrees Fahrenheit
delta °C|1|0|K:1|delta degC,delta_degC
delta °F|5/9|0|K:1|delta degF,delta_degF
Pa|1|0|kg:1 m:-1 s:-2|pascal
hPa|100|0|kg:1 m:-1 s:-2|hectopascal
bar|100000|0|kg:1 m:-1 s:-2|
Hz|1|0|s:-1|hertz
kHz|1000|0|s:-1|
MHz|1000000|0|s:-1|
GHz|1000000000|0|s:-1|
V|1|0|A:-1 kg:1 m:2 s:-3|volt,volts
kV|1000|0|A:-1 kg:1 m:2 s:-3|kilovolt,kilovolts
A|1|0|A:1|ampere,amperes
mA|1/1000|0|A:1|
Sv|1|0|m:2 s:-2|sievert,sieverts
mSv|1/1000|0|m:2 s:-2|millisievert,millisieverts
Bq|1|0|count:1 s:-1|becquerel,becquerels
mol|1|0|mol:1|
mmol|1/1000|0|mol:1|
percentage point|1/100|0|percentage_point:1|pp,point,points,percentage points,percentage_point
basis point|1/10000|0|percentage_point:1|bp,bps,basis points
ppb|1/1000000000|0||
FLOP|1|0|FLOP:1|
FLOPS|1|0|FLOP:1 s:-1|FLOP/s
"""
