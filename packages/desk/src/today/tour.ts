import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { postForm } from '../page/field.ts';
import type { Html } from '../page/parts.ts';

/** The cookie that remembers that somebody has seen enough of the tour. */
export const TOUR_COOKIE = 'lamro_tour';

const PLACES = { one: '/stream', two: '/stream?flag=any', three: '/flags', four: '/cases', five: '/agency' } as const;
const STEPS = ['one', 'two', 'three', 'four', 'five'] as const;

/** Five steps through the sample press, each with the page that it speaks of. */
export function tourPanel(view: SignedView): Html {
  const { help: words, chrome } = view.words;
  return html`<section class="panel tour" aria-labelledby="tour-title"><h2 id="tour-title">${words.tourTitle}</h2>
    <ol>${STEPS.map((step) => html`<li>${words.tour[step]} <a href="${PLACES[step]}">${chrome.open}<span class="visually-hidden">: ${words.tour[step]}</span></a></li>`)}</ol>
    ${postForm(view, '/tour/seen', html`<button class="quiet" type="submit">${words.dismissTour}</button>`, 'inline')}</section>`;
}
