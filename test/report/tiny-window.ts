import type { PageElement, PageEvent, PageWindow } from '../../src/report/html/page-view';

type Listener = (event: PageEvent) => void;

/** An element that holds what is put into it, with as much of the DOM as the page uses. */
export class TinyElement implements PageElement {
  public className = '';
  public value = '';
  public checked = false;
  public hidden = false;
  public open = false;
  public readonly attributes: Record<string, string> = {};
  private content: (TinyElement | string)[] = [];
  private readonly listeners: Record<string, Listener> = {};

  public constructor(public readonly tag: string) {}

  public get textContent(): string {
    return this.content.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
  }

  public set textContent(text: string) {
    this.content = [text];
  }

  public append(...children: (PageElement | string)[]): void {
    this.content.push(...(children as (TinyElement | string)[]));
  }

  public replaceChildren(...children: (PageElement | string)[]): void {
    this.content = children as (TinyElement | string)[];
  }

  public setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  public addEventListener(type: string, listener: Listener): void {
    this.listeners[type] = listener;
  }

  public focus(): void {}

  /** Lets something happen to the element. */
  public happen(type: string): void {
    this.listeners[type]({ preventDefault() {} });
  }

  /** All elements below with a tag. */
  public all(tag: string): TinyElement[] {
    return this.content.flatMap((child) => (typeof child === 'string' ? [] : [...(child.tag === tag ? [child] : []), ...child.all(tag)]));
  }
}

/** A window with the elements that the page has ids for. */
export class TinyWindow implements PageWindow {
  public readonly location = {
    hash: '',
    replace: (address: string) => {
      this.location.hash = address;
    },
  };
  public readonly document = {
    getElementById: (id: string) => this.element(id),
    createElement: (tag: string) => new TinyElement(tag),
  };
  private readonly elements: Map<string, TinyElement>;

  public constructor(page: string) {
    this.elements = new Map([...page.matchAll(/<(\w+)[^>]* id="([\w-]+)"/g)].map(([, tag, id]) => [id, new TinyElement(tag)]));
    this.element('report').textContent = embeddedIn(page);
  }

  public element(id: string): TinyElement {
    const found = this.elements.get(id);
    if (found === undefined) {
      throw new Error(`the page has no element ${id}`);
    }
    return found;
  }

  public addEventListener(): void {}
}

/** The data that are embedded in a page, as a browser finds them. */
export function embeddedIn(page: string): string {
  return /<script type="application\/json" id="report">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
}

/** The script of a page, as a browser finds it. */
export function scriptOf(page: string): string {
  return /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
}
