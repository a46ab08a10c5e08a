import { termOf } from '@lamro/wording';
import { html } from 'hono/html';
import { ASSETS } from '../assets/assets.ts';
import { agencyName, type SignedView, type View } from '../desk/view.ts';
import { postForm } from './field.ts';
import { navigation } from './navigation.ts';
import type { Html } from './parts.ts';

export interface Page {
  readonly title: string;
  readonly body: Html | readonly Html[];
  /** What this page is about in one sentence, below the title. */
  readonly lead?: string;
  /** Said once after an action, to ears as well. */
  readonly status?: string | null;
  /** Why an action was not carried out. */
  readonly problem?: string | null;
}

/** A whole page for somebody signed in. */
export function layout(view: SignedView, page: Page): Html {
  const { words } = view;
  return shell(
    view,
    page.title,
    html`<a class="skip" href="#main">${words.chrome.skip}</a>
    <div class="frame">
      <header class="side">
        <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>
          <span><strong>${words.brand.name}</strong><small>${view.profile.name}</small></span></a>
        ${navigation(view)}
        ${account(view)}
      </header>
      <main id="main" tabindex="-1">
        ${sampleBand(view)}
        <div class="head"><h1>${page.title}</h1>${page.lead === undefined ? '' : html`<p class="lead">${page.lead}</p>`}</div>
        ${messages(page)}
        ${page.body}
      </main>
    </div>`,
  );
}

/** A page before sign-in, and for problems. */
export function plainLayout(view: View, page: Page): Html {
  return shell(
    view,
    page.title,
    html`<a class="skip" href="#main">${view.words.chrome.skip}</a>
    <main id="main" class="plain" tabindex="-1">
      <p class="brand"><span class="mark" aria-hidden="true"></span>
        <span><strong>${view.words.brand.name}</strong><small>${view.words.brand.tagline}</small></span></p>
      ${sampleBand(view)}
      <div class="panel"><h1>${page.title}</h1>${messages(page)}${page.body}</div>
      ${languageSwitch(view)}
    </main>`,
  );
}

function shell(view: View, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="${view.locale}" data-theme="${view.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false,"mode":"same-origin"}'>
<title>${title} · ${view.words.brand.name}</title>
<link rel="icon" href="${ASSETS.icon.href}" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS.style.href}">
<script src="${ASSETS.htmx.href}" defer></script>
<script src="${ASSETS.script.href}" defer></script>
</head>
<body data-offline="${view.words.problem.offline}" data-busy="${view.words.live.busy}">
<p id="busy" class="visually-hidden" role="status"></p>
${body}
</body>
</html>`;
}

function sampleBand(view: View): Html {
  return view.sampleAccountsFile === null ? html`` : html`<p class="sample">${view.words.brand.sample}</p>`;
}

function messages(page: Page): Html {
  return html`${page.status ? html`<p class="message ok" role="status">${page.status}</p>` : ''}
    ${page.problem ? html`<p class="message danger" role="alert">${page.problem}</p>` : ''}`;
}

function account(view: SignedView): Html {
  const { words, actor } = view;
  const place = agencyName(view.profile, actor.agency);
  return html`<div class="account">
    <p><span class="visually-hidden">${words.chrome.signedInAs} </span><a href="/preferences">${actor.name}</a>
      <small>${termOf(words.terms.roles, actor.role)}${place === '' ? '' : html` · ${place}`}</small></p>
    ${languageSwitch(view)}
    ${postForm(view, '/sign-out', html`<button class="quiet" type="submit">${words.chrome.signOut}</button>`, 'inline')}
  </div>`;
}

function languageSwitch(view: View): Html {
  const other = view.locale === 'vi' ? { id: 'en', name: 'English' } : { id: 'vi', name: 'Tiếng Việt' };
  return postForm(
    view,
    '/preferences/display',
    html`<input type="hidden" name="language" value="${other.id}"><input type="hidden" name="back" value="${view.here}">
      <button class="quiet" type="submit" lang="${other.id}">${other.name}</button>`,
    'inline',
  );
}
