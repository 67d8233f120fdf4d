"""`claimcheck rules`: list the rules there are, begin a new one, run their examples."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from claimcheck.catalogue import languages, tell
from claimcheck.cli import FOUND, OK
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.explain import summary
from claimcheck.load.files import shown_path
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.names import nearest
from claimcheck.packs import pack_files, read_pack, shipped_folder, shipped_rules
from claimcheck.packs.drafting import KINDS, draft
from claimcheck.packs.loading import load_pack
from claimcheck.packs.mutating import mutants
from claimcheck.rule import Rule
from claimcheck.rules import FOLDER, built_in, rules_for
from claimcheck.source import Source
from claimcheck.testing import check_examples
from claimcheck.wording import LEVEL_WORDS, words


def main(argv: list[str]) -> int:
    """List, begin or test rules."""
    options = _parser().parse_args(argv)
    commands = {"list": _list, "new": _new, "test": _test}
    return commands[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck rules",
        description="List the rules there are, begin a new one, run the examples of rules.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="list|new|test")
    all_ = commands.add_parser(
        "list", help="a line for every rule that applies here, and where it comes from"
    )
    all_.add_argument("--language", choices=languages(), help="default: as configured")
    new = commands.add_parser("new", help="write a rule with examples that pass, to be changed")
    new.add_argument("name", metavar="PACK/PROBLEM", help="such as desk/parts-exceed-total")
    new.add_argument("--kind", choices=KINDS, default="relation", help="default: relation")
    test = commands.add_parser("test", help="run the examples of rules")
    test.add_argument(
        "targets",
        nargs="*",
        metavar="FILE|RULE",
        help="pack files, rules or families; default: the packs of this newsroom, else those shipped",
    )
    test.add_argument(
        "--mutate",
        action="store_true",
        help="also change each condition in turn, and report those that no example exercises",
    )
    return parser


def _list(options: argparse.Namespace) -> int:
    config = find_config(os.getcwd())
    language = options.language or config.language
    homes = {rule.name: tell("built in") for rule in built_in()}
    shipped = os.path.join(shown_path(shipped_folder()), "")
    for rule in rules_for(config.root, config.about_width, documented=True).rules:
        home = homes.get(rule.name) or (
            tell("shipped") if rule.home.startswith(shipped) else rule.home
        )
        level = words(LEVEL_WORDS[rule.level], language)
        shown = summary(rule, language)
        sys.stdout.write(f"{rule.name:41}{level:14}{shown} ({words(home, language)})\n")
    return OK


def _new(options: argparse.Namespace) -> int:
    """Write a rule into the newsroom's `rules` folder; nothing is written that does not pass."""
    config = find_config(os.getcwd())
    if any(rule.name == options.name for rule in (*built_in(), *shipped_rules())):
        raise UsageError(
            f"there is a rule {options.name} already",
            "it comes with claimcheck: choose another name",
        )
    path = os.path.join(config.root, FOLDER, f"{options.name.partition('/')[0]}.yaml")
    before = read_pack(path).text if os.path.isfile(path) else ""
    source = Source(shown_path(path), draft(options.name, options.kind, before))
    pack = load_pack(source, general_vocabulary())
    rule = next(rule for rule in pack.rules if rule.name == options.name)
    if mismatches := check_examples(rule):
        raise UsageError(f"{source.path}: {mismatches[0]}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = f"{path}.new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write(source.text)
    os.replace(temporary, path)
    sys.stdout.write(
        f"wrote {options.name} into {source.path}; its examples pass\n"
        f"change it, then run: claimcheck rules test --mutate {options.name}\n"
    )
    return OK


def _test(options: argparse.Namespace) -> int:
    failed = count = unexercised = 0
    for rule in _chosen(options.targets):
        mismatches = check_examples(rule)
        failed += bool(mismatches)
        count += 1
        sys.stdout.write(f"{'FAILED' if mismatches else 'ok':8}{rule.name}\n")
        for mismatch in mismatches:
            sys.stdout.write(f"{mismatch}\n")
        if options.mutate and not mismatches:
            for change in _unnoticed(rule):
                unexercised += 1
                sys.stdout.write(f"        no example exercises this: {change}\n")
    tail = f"; conditions that no example exercises: {unexercised}" if options.mutate else ""
    sys.stdout.write(f"rules: {count}; failed: {failed}{tail}\n")
    return FOUND if failed or unexercised else OK


def _unnoticed(rule: Rule) -> Iterator[str]:
    """The changes to a rule of a pack that all of its examples pass."""
    if not rule.home:
        return
    for mutant, change in mutants(read_pack(rule.home), general_vocabulary(), rule.name):
        if not check_examples(mutant):
            yield change


def _chosen(targets: Iterable[str]) -> list[Rule]:
    """The rules that some files, names or families mean."""
    general = general_vocabulary()
    config = find_config(os.getcwd())
    own = os.path.join(config.root, FOLDER)
    if not targets:
        folder = own if any(True for _ in pack_files(own)) else shipped_folder()
        return [r for source in pack_files(folder) for r in load_pack(source, general).rules]
    known = rules_for(config.root, config.about_width, documented=True).rules
    found: list[Rule] = []
    for target in targets:
        if os.path.isfile(target):
            found += load_pack(read_pack(target), general).rules
            continue
        named = [rule for rule in known if target in (rule.name, rule.family)]
        if not named:
            near = nearest(target, [rule.name for rule in known])
            raise UsageError(
                f"no file, rule or family `{target}`", near and f"did you mean `{near}`?"
            )
        found += named
    return found
