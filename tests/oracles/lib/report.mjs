// Says what the check found, in columns a person can read.

const SHOWN = 40;

/** Counts the verdicts of one run. */
export function summarise(checked) {
  const operations = new Map();
  const skipped = new Map();
  for (const { exchange, result } of checked) {
    if (result.verdict === 'skipped') {
      skipped.set(result.reason, (skipped.get(result.reason) ?? 0) + 1);
      continue;
    }
    const row = operations.get(result.operation) ?? { passed: 0, different: 0, failed: 0, statuses: new Map() };
    row[result.verdict] += 1;
    row.statuses.set(exchange.status, (row.statuses.get(exchange.status) ?? 0) + 1);
    operations.set(result.operation, row);
  }
  const total = (verdict) => checked.filter(({ result }) => result.verdict === verdict).length;
  return { operations, skipped, passed: total('passed'), different: total('different'), failed: total('failed') };
}

/** The lines of the report. */
export function reportLines(checked, differences, { whole }) {
  const summary = summarise(checked);
  const rows = [...summary.operations].sort(([a], [b]) => a.localeCompare(b));
  const lines = table(
    ['operation', 'valid', 'as Azure differs', 'wrong', 'statuses'],
    rows.map(([name, row]) => [
      name,
      row.passed,
      row.different,
      row.failed,
      [...row.statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}\u00d7${count}`)
        .join(' '),
    ]),
  );
  if (summary.skipped.size > 0) {
    lines.push('', 'not looked at:');
    for (const [reason, count] of [...summary.skipped].sort()) lines.push(`  ${String(count).padStart(5)}  ${reason}`);
  }
  lines.push(...failureLines(checked));
  if (whole) {
    const used = new Set(checked.flatMap(({ result }) => result.used));
    const unused = differences.filter((each) => !used.has(each));
    if (unused.length > 0) {
      lines.push('', 'warning: known differences that nothing in this run needed:');
      for (const each of unused) lines.push(`  ${each.code} ${each.path ?? ''} in ${place(each.where)}`);
    }
  }
  const looked = summary.passed + summary.different + summary.failed;
  lines.push(
    '',
    `${looked} exchanges checked: ${summary.passed} valid, ${summary.different} different as Azure is, ` +
      `${summary.failed} wrong`,
  );
  return lines;
}

const place = ({ side, operation, method, url }) =>
  operation ? `the ${side} of ${operation}` : `${method ?? 'any'} ${[url].flat().join(', ')}`;

function failureLines(checked) {
  const groups = new Map();
  for (const { exchange, result } of checked) {
    for (const finding of result.findings) {
      const key = [
        result.operation,
        exchange.status,
        finding.side,
        finding.code,
        finding.path.replace(/\[\d+\]/g, '[*]'),
        finding.message,
      ].join('\u0000');
      const group = groups.get(key) ?? { exchange, result, finding, count: 0 };
      group.count += 1;
      groups.set(key, group);
    }
  }
  const lines = [];
  for (const { exchange, result, finding, count } of [...groups.values()].slice(0, SHOWN)) {
    lines.push(
      '',
      `wrong: ${exchange.method} ${exchange.target.pathname}${exchange.target.search} -> ${exchange.status}` +
        (count > 1 ? ` (and ${count - 1} like it)` : ''),
      `  ${result.operation}, ${finding.side}: ${finding.code} at ${finding.path || '(the whole)'}`,
      `  ${finding.message}`,
      `  ${exchange.place}`,
    );
  }
  if (groups.size > SHOWN) lines.push('', `… and ${groups.size - SHOWN} more kinds of failure`);
  return lines;
}

function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column > 0 && column < 4 ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd();
  return [line(cells[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.slice(1).map(line)];
}
