"""The review page: the report live in a browser of this machine, where an editor decides and encodes.

`guard` lets in only whom the token was given to, `desk` holds the report of now and writes decisions into
claim files, `watching` checks again when a file changes, `forms` reads what an editor filled in, `encoding`
proposes a claim for a passage, `pages` shows all of it, `app` puts them together and `serving` runs it.
"""
