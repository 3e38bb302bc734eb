import { pageWords } from './page-words.ts';

/** Text as HTML shows it, in elements and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}

/** A whole page that needs nothing beside it: Danish, readable without a style, a mouse or a screen, and printable. */
export function document(page: {
  readonly title: string;
  readonly collaboration: string;
  readonly body: string;
  /** Link back to the list; null: this is the list, or stands alone. */
  readonly index: string | null;
  readonly foot: string;
}): string {
  const back = page.index === null ? '' : `<nav aria-label="${pageWords.all}"><a href="${page.index}">${pageWords.all}</a></nav>`;
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(page.title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#indhold">${pageWords.skip}</a>
<header><p>${escaped(page.collaboration)}</p>${back}</header>
<main id="indhold" tabindex="-1">
${page.body}
</main>
<footer><p>${escaped(page.foot)}</p></footer>
</body>
</html>
`;
}

type Cell = string | { readonly link: string; readonly text: string };

/** A table with a caption and a header to each column; the first cell of a row is the row's own header. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = columns.map((each) => `<th scope="col">${escaped(each)}</th>`).join('');
  const lines = rows.map(([first = '', ...rest]) => {
    return `<tr><th scope="row">${cell(first)}</th>${rest.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`;
  });
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table>`;
}

function cell(value: Cell): string {
  return typeof value === 'string' ? escaped(value) : `<a href="${escaped(value.link)}">${escaped(value.text)}</a>`;
}

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
a { color: #0b4f8a; }
a:focus-visible, main:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
header, footer { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; align-items: baseline; border-bottom: 1px solid #8a8a8a; }
footer { border-bottom: 0; border-top: 1px solid #8a8a8a; margin-top: 2rem; font-size: 0.9375rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
h3 { font-size: 1.0625rem; }
dl div { display: flex; gap: 0.5rem; }
dt { font-weight: 600; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 0.5rem; border-top: 1px solid #c4c4c4; }
tbody th { font-weight: 400; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  .skip, nav { display: none; }
  section, tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
