"""Log exports of any size: `scan.scan_export(source, ctx, partial, explain)` reads one and says what is in it.

    source = services.open_export(path)                    # an `ExportSource`; its owner closes it
    explain = causes.explain_by_rules(services.knowledge())
    bulk = scan.scan_export(source, ctx, partial, explain) # a domain.bulk.BulkReport
    report = report.to_report(bulk)                        # a domain.diagnosis.Report

`sniff.looks_like_export(head, size, name)` says whether a file is for it. `bulk.table` has the rows about SMS, decoded
as they are shown, and a search. `queries` has the queries that cut these rows out of logs that live elsewhere.

Most rows of a log have nothing to do with SMS. They are told apart by their bytes and never decoded, several processes
share a large file, and each distinct kind of row is diagnosed once.
"""

from textfactor.services.diagnosis.bulk.sniff import looks_like_export

__all__ = ["looks_like_export"]
