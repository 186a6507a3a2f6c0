#!/usr/bin/env python3
"""Every rule has its code, its page, its bad and good cases, and its row in the README; no page or case
directory is without a rule. Cases that wait for their rule say so by a file PENDING beside them."""
import os
import re

import source

RULE = re.compile(r'^RULE\(\s*(CA\d+)\s*,\s*(\w+)\s*,\s*"([\w-]+)"', re.MULTILINE)


def check_rule(top, readme, rule_id, function, name):
    needed = [f"rules/{function}.c", f"rules/docs/{rule_id}.md"]
    for path in needed:
        if not os.path.isfile(os.path.join(top, path)):
            yield f"rules/rules.def:1: {rule_id} has no {path}"
    for kind in ("bad", "good"):
        path = f"testdata/rules/{rule_id}/{kind}"
        if not os.path.isdir(os.path.join(top, path)) or not os.listdir(os.path.join(top, path)):
            yield f"rules/rules.def:1: {rule_id} has no cases in {path}"
    if not re.search(rf"^\|\s*{rule_id}\s*\|\s*{name}\s*\|", readme, re.MULTILINE):
        yield f"README.md:1: the table of rules has no row for {rule_id} ({name})"
    page = os.path.join(top, f"rules/docs/{rule_id}.md")
    if os.path.isfile(page) and f"{rule_id}" not in source.read(top, page).split("\n")[0]:
        yield f"rules/docs/{rule_id}.md:1: the title does not name {rule_id}"


def main():
    top = source.root()
    rules = RULE.findall(source.read(top, "rules/rules.def"))
    ids = {rule_id for rule_id, _, _ in rules}
    readme = source.read(top, "README.md")
    problems = [] if rules else ["rules/rules.def:1: no RULE line found"]
    if len(ids) != len(rules):
        problems.append("rules/rules.def:1: an id is used twice")
    for rule in rules:
        problems.extend(check_rule(top, readme, *rule))
    for path in source.files(top, "rules/docs", endings=(".md",)):
        if os.path.basename(path)[:-3] not in ids:
            problems.append(f"{path}:1: there is no such rule")
    cases = os.path.join(top, "testdata/rules")
    for name in sorted(os.listdir(cases)) if os.path.isdir(cases) else []:
        is_pending = os.path.isfile(os.path.join(cases, name, "PENDING"))
        if name.startswith("CA") and name not in ids and not is_pending:
            problems.append(f"testdata/rules/{name}:1: there is no such rule")
        if name in ids and is_pending:
            problems.append(f"testdata/rules/{name}/PENDING:1: the rule exists now")
    for rule_id in sorted(set(re.findall(r"^\|\s*(CA\d+)\s*\|", readme, re.MULTILINE)) - ids):
        problems.append(f"README.md:1: the table of rules has {rule_id}, which does not exist")
    source.finish(problems)


if __name__ == "__main__":
    main()
