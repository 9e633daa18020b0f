import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { readDocument, show, textOfBlocks, say } from '../../server/src/core/index';
import { exportAs, importFile } from '../../server/src/exchange/index';
import { LAYOUTS } from '../generator/layouts/index';
import { printReport } from '../generator/print-report';
import { seeded } from '../generator/choices';
import { validReport } from '../generator/valid-report';
it('shows', async () => {
  const out: string[] = [];
  for (const layout of LAYOUTS) {
    const text = printReport(validReport(seeded(7)), layout, [], seeded(3));
    const report = readDocument(text).segments[0]!.report;
    const s = show(report);
    out.push(`${layout.id}: ${s.blocks.filter((b) => b.kind === 'table').length} tables, ${s.blocks.filter((b) => b.kind === 'verbatim').length} verbatim`);
  }
  console.log(out.join('\n'));
});
