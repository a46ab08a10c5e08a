import { html } from 'hono/html';
import type { Html } from '../page/parts.ts';

const BETWEEN_UNSPACED =
  /(?<=[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\ue001])[ ]+(?=[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\ue000])/gu;

/** A passage in which hits stand between U+E000 and U+E001, with the hits marked. */
export function passageOf(excerpt: string): Html {
  const parts = excerpt.replace(BETWEEN_UNSPACED, '').split('\ue000');
  return html`${parts.map((part, index) => {
    if (index === 0) return part;
    const [hit, rest] = part.split('\ue001');
    return html`<mark>${hit ?? ''}</mark>${rest ?? ''}`;
  })}`;
}
