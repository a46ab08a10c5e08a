import { type CheerioAPI, load } from 'cheerio';

export interface Seen {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly $: CheerioAPI;
}

/** A browser that keeps cookies and runs no script. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>;
  /** Sends a form of the page that was opened last, with its hidden fields; does not follow the redirect. */
  submit(
    action: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>;
  /** Sends a body as it is. */
  send(path: string, init: RequestInit): Promise<Seen>;
}

export function createBrowser(address: string): Browser {
  const cookies = new Map<string, string>();
  let page: Seen | null = null;
  const send = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, address), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text,
      $: load(text),
    };
  };
  return {
    cookies,
    send,
    get: async (path, headers = {}) => {
      page = await send(path, { headers });
      return page;
    },
    submit: async (action, fields, headers = {}) => {
      const hidden = page?.$(`form[action="${action}"]`).first().find('input[type=hidden]').toArray() ?? [];
      const body = new URLSearchParams(hidden.map(({ attribs }) => [attribs['name'] ?? '', attribs['value'] ?? '']));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return send(action, { method: 'POST', body, headers });
    },
  };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '' || /;\s*max-age=0/i.test(cookie)) cookies.delete(name);
  else cookies.set(name, value);
}
