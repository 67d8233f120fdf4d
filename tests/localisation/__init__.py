"""Cases in which it is known which field is wrong, as statistical offices use them to try error localisation.

The first line of a case says where its idea comes from, the second the claims whose change is the lightest
repair (`|` between alternatives), the third what happened to the wrong one. The claims with `that:` are the
edits, and right. All figures are invented. The ideas are from:

- de Waal, Pannekoek, Scholtus: Handbook of Statistical Data Editing and Imputation (2011)
- Fellegi, Holt: A systematic approach to automatic edit and imputation (1976)
- Scholtus: Algorithms for correcting some obvious inconsistencies and rounding errors in business survey
  data (2008)
"""
