/** Hands a file to the browser's downloads; a text, or a data address. */
export function save(name: string, type: string, content: string) {
  const link = document.createElement('a');
  const url = content.startsWith('data:') ? content : URL.createObjectURL(new Blob([content], { type }));
  link.href = url;
  link.download = name;
  link.click();
  if (url !== content) setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Rows as CSV by RFC 4180. */
export function csv(rows: (string | number | null | undefined)[][]): string {
  const cell = (x: string | number | null | undefined) => {
    const text = x === null || x === undefined ? '' : String(x);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
