"""`ssrules export`: the rule book for other programs, one format a subcommand."""

from __future__ import annotations

import argparse

from ssrules.cli import books, outputs
from ssrules.cli.parsing import Parser

DIALECTS = ("postgres", "duckdb", "spark")


def arguments(parser: Parser) -> None:
    """Take the format, and what that needs."""
    words = parser.words
    formats = parser.add_subparsers(metavar=words["export:format"], required=True)
    told = words["export:json"]
    json = formats.add_parser("json", help=told, description=told, language=parser.language)
    _common(json)
    json.set_defaults(make=_json)
    told = words["export:sql"]
    sql = formats.add_parser("sql", help=told, description=told, language=parser.language)
    _common(sql)
    sql.add_argument("--dialect", choices=DIALECTS, required=True, help=words["export:dialect"])
    sql.add_argument("--table", metavar="NAME", default="cases", help=words["export:table"])
    sql.add_argument("--view", metavar="NAME", default="decisions", help=words["export:view"])
    sql.add_argument("--as-of", metavar="DATE", help=words["export:as_of"])
    sql.add_argument(
        "--keep", metavar="COLUMN", action="append", default=[], help=words["export:keep"]
    )
    sql.add_argument("--facts", metavar="PATH", nargs="*", help=words["export:facts"])
    sql.add_argument("--because", action="store_true", help=words["batch:because"])
    sql.add_argument("--with", dest="with_", metavar="NAME,…", help=words["batch:with"])
    sql.set_defaults(make=_sql)


def run(args: argparse.Namespace) -> int:
    """Write the file, or to standard output."""
    text: str = args.make(args)
    outputs.write(args.out, text)
    return 0


def _common(parser: Parser) -> None:
    parser.add_argument("out", metavar="OUT", help=parser.words["export:out"])
    books.arguments(parser)


def _json(args: argparse.Namespace) -> str:
    from ssrules.compiled import text

    return text(books.chosen(args))


def _sql(args: argparse.Namespace) -> str:
    from ssrules.exporting import sql

    return sql(
        books.chosen(args),
        args.dialect,
        table=args.table,
        view=args.view,
        as_of=args.as_of,
        keep=args.keep,
        facts=args.facts,
        because=args.because,
        with_=() if args.with_ is None else args.with_.split(","),
    )
