import type { Article, Change, Edition, Outlet } from '../edition/edition.ts';

/** An article as its outlet shows it now. */
export interface LiveArticle {
  article: Article;
  title: string;
  paragraphs: readonly string[];
  /** When the page last changed, as HTTP tells it. */
  modifiedAt: Date;
  /** The time of change that the page itself admits to; a silent edit leaves it as it was. */
  statedAt: Date;
  /** A correction printed above the text. */
  note: string | null;
  state: 'out' | 'held' | 'missing' | 'gone';
}

/** What a step of the script did. */
export interface Step {
  step: string;
  kind: Change['kind'];
  articleId: string;
  outlet: string;
  url: string;
}

/** The running state of an edition: which articles are out, and in which words. */
export class Issue {
  readonly edition: Edition;
  readonly #live: Map<string, LiveArticle>;
  readonly #clock: () => Date;

  /** @param startsEmpty holds every article back until {@link publishNext} */
  constructor(edition: Edition, clock: () => Date, startsEmpty = false) {
    this.edition = edition;
    this.#clock = clock;
    this.#live = new Map(edition.articles.map((article) => [article.id, opened(article, startsEmpty)]));
  }

  /** Brings out the oldest article that waits for no planted step. Returns its id, or null when all are out. */
  publishNext(): string | null {
    const next = [...this.#live.values()].find((live) => live.state === 'held' && !live.article.held);
    if (next === undefined) return null;
    const at = this.#clock();
    const article = { ...next.article, publishedAt: at };
    this.#live.set(article.id, { ...next, article, modifiedAt: at, statedAt: at, state: 'out' });
    return article.id;
  }

  /** The articles of an outlet that its front page and feed list, newest first. */
  listed(outlet: Outlet): LiveArticle[] {
    return this.#of(outlet)
      .filter((live) => live.state === 'out')
      .sort((a, b) => b.article.publishedAt.getTime() - a.article.publishedAt.getTime());
  }

  /** The article at a path with its query, out or removed; a held one is not there yet. */
  at(outlet: Outlet, path: string): LiveArticle | undefined {
    return this.#of(outlet).find((live) => live.article.path === path && live.state !== 'held');
  }

  /** Whether an article has been out so far, be it removed since. */
  hasAppeared(id: string): boolean {
    const live = this.#live.get(id);
    return live !== undefined && live.state !== 'held';
  }

  /** Plays a planted step. Throws when the script has no step of that name, naming those it has. */
  advance(step: string): Step {
    const change = this.edition.changes.find((candidate) => candidate.step === step);
    const live = this.#live.get(change?.article ?? '');
    if (!change || !live) {
      const names = this.edition.changes.map((each) => each.step).join(', ');
      throw new Error(`The script has no step "${step}"; it has: ${names}`);
    }
    this.#live.set(change.article, changed(live, change, this.#clock()));
    const { outlet, id, url } = live.article;
    return { step, kind: change.kind, articleId: id, outlet: outlet.id, url };
  }

  #of(outlet: Outlet): LiveArticle[] {
    return [...this.#live.values()].filter((live) => live.article.outlet.id === outlet.id);
  }
}

function opened(article: Article, startsEmpty: boolean): LiveArticle {
  return {
    article,
    title: article.title,
    paragraphs: article.paragraphs,
    modifiedAt: article.publishedAt,
    statedAt: article.publishedAt,
    note: null,
    state: article.held || startsEmpty ? 'held' : 'out',
  };
}

function changed(live: LiveArticle, change: Change, at: Date): LiveArticle {
  switch (change.kind) {
    case 'publish': {
      const article = { ...live.article, publishedAt: at, held: false };
      return { ...live, article, modifiedAt: at, statedAt: at, state: 'out' };
    }
    case 'remove':
      return { ...live, state: change.status === '404' ? 'missing' : 'gone', modifiedAt: at };
    case 'edit':
    case 'correct': {
      const swap = (text: string) => text.replaceAll(change.from ?? '', change.to ?? '');
      const [title, paragraphs] = [swap(live.title), live.paragraphs.map(swap)];
      if (title === live.title && paragraphs.join() === live.paragraphs.join()) {
        throw new Error(`Step ${change.step} changes nothing: "${change.from}" is not in ${change.article}`);
      }
      const stated = change.kind === 'correct' ? { statedAt: at, note: change.note ?? live.note } : {};
      return { ...live, title, paragraphs, modifiedAt: at, ...stated };
    }
  }
}
