import type { PageData, PageFinding } from './page-data';
import type { Grouping, PageGroup, PageLogic, PageState } from './page-logic';

/** What the page uses of an element. */
export interface PageElement {
  textContent: string | null;
  className: string;
  value: string;
  checked: boolean;
  hidden: boolean;
  open: boolean;
  append(...children: (PageElement | string)[]): void;
  replaceChildren(...children: (PageElement | string)[]): void;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  focus(): void;
}

export interface PageEvent {
  readonly key?: string;
  readonly target?: { readonly tagName?: string };
  preventDefault(): void;
}

/** What the page uses of a window. */
export interface PageWindow {
  readonly document: {
    getElementById(id: string): PageElement | null;
    createElement(tag: string): PageElement;
  };
  readonly location: { readonly hash: string; replace(address: string): void };
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/**
 * Shows the findings that are embedded in the page, and shows others when the reader chooses so. Texts get into the page as texts,
 * never as markup.
 */
export function showPage(window: PageWindow, logic: PageLogic): void {
  /** So many findings are laid out at a time: a browser does that in no time. */
  const portion = 200;
  const { document, location } = window;
  const data: PageData = JSON.parse(byId('report').textContent ?? '');
  const counting = data.findings.filter(({ accepted }) => accepted === undefined);
  const accepted = data.findings.filter((finding) => finding.accepted !== undefined);
  let state = logic.stateOf(location.hash);
  let most = portion;

  function byId(id: string): PageElement {
    return document.getElementById(id) as PageElement;
  }

  function element(tag: string, className: string, ...children: (PageElement | string)[]): PageElement {
    const created = document.createElement(tag);
    created.className = className;
    created.append(...children);
    return created;
  }

  function card(finding: PageFinding): PageElement {
    const { severity, object, file, position, fault, remedy, notes, rule, help, accepted: reason } = finding;
    const link = element('a', 'rule', rule);
    link.setAttribute('href', help);
    link.setAttribute('rel', 'noopener noreferrer');
    return element(
      'article',
      `finding ${severity}`,
      element(
        'p',
        'head',
        element('span', `badge ${severity}`, severity),
        ' ',
        element('b', '', object),
        ' ',
        element('code', 'place', `${file}:${position}`),
      ),
      element('p', 'fault', fault),
      element('p', 'remedy', reason ?? remedy),
      element('p', 'code', link, ...notes.map((note) => ` · ${note}`)),
      excerpt(finding),
    );
  }

  function excerpt(finding: PageFinding): PageElement {
    const lines = finding.excerpt.map(({ number, before, marked, after }) => {
      const mark = marked === undefined ? [] : [element('mark', '', marked === '' ? ' ' : marked)];
      return element(
        'span',
        marked === undefined ? 'line' : 'line at',
        element('span', 'number', `${number} `),
        before,
        ...mark,
        after,
        '\n',
      );
    });
    const block = element('pre', 'excerpt', ...lines);
    block.hidden = lines.length === 0;
    return block;
  }

  function section({ title, errors, warnings, findings }: PageGroup, shown: readonly PageFinding[]): PageElement {
    const infos = findings.length - errors - warnings;
    const counts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].filter(
      (text) => !text.startsWith('0 '),
    );
    const details = element(
      'details',
      'group',
      element('summary', '', element('b', '', title), ` ${counts.join(', ')}`),
      ...shown.map(card),
    );
    details.open = true;
    return details;
  }

  function counted(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
  }

  /** The groups with no more findings than are laid out at a time. */
  function sections(groups: readonly PageGroup[]): PageElement[] {
    let left = most;
    return groups.flatMap((group) => {
      const shown = group.findings.slice(0, Math.max(0, left));
      left -= shown.length;
      return shown.length === 0 ? [] : [section(group, shown)];
    });
  }

  function show(): void {
    const found = logic.selected(counting, state);
    const aside = logic.selected(accepted, state);
    byId('found').replaceChildren(...sections(logic.grouped(found, state.grouping)));
    byId('aside').replaceChildren(...sections(logic.grouped(aside, state.grouping)));
    byId('accepted').hidden = aside.length === 0;
    byId('accepted-count').textContent = String(aside.length);
    byId('none').hidden = found.length > 0;
    byId('status').textContent = `${found.length} of ${counted(counting.length, 'finding')} shown`;
    const more = Math.max(found.length, aside.length) - most;
    byId('more').hidden = more <= 0;
    byId('more').textContent = `Show ${Math.min(more, portion)} more of ${more}`;
  }

  function fill(): void {
    byId('text').value = state.text;
    for (const severity of ['error', 'warning', 'info']) {
      byId(severity).checked = state.severities.includes(severity);
    }
    byId('by').value = state.grouping;
  }

  function choose(change: Partial<PageState>): void {
    state = { ...state, ...change };
    most = portion;
    location.replace(logic.fragmentOf(state));
    show();
  }

  byId('text').addEventListener('input', () => choose({ text: byId('text').value }));
  byId('by').addEventListener('change', () => choose({ grouping: byId('by').value as Grouping }));
  for (const severity of ['error', 'warning', 'info']) {
    byId(severity).addEventListener('change', () =>
      choose({ severities: ['error', 'warning', 'info'].filter((name) => byId(name).checked) }),
    );
  }
  byId('more').addEventListener('click', () => {
    most += portion;
    show();
  });
  window.addEventListener('keydown', (event) => {
    const isTyping = ['INPUT', 'SELECT'].includes(event.target?.tagName ?? '');
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      byId('text').focus();
    }
  });
  window.addEventListener('hashchange', () => {
    if (logic.fragmentOf(state) !== location.hash) {
      state = logic.stateOf(location.hash);
      fill();
      show();
    }
  });
  fill();
  show();
}
