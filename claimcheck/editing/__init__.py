"""Changes of claim files that keep their comments, order and layout, and can be taken back.

`written` puts data into YAML or JSON, `texts` knows where things stand in a file, `splices` changes one of
them and judges the result, `decisions` says what an editor decides about claims, `journal` writes files and
takes changes back.
"""
