import { randomBytes } from 'node:crypto';
import { IdentityError } from '@lamro/access';
import { CommandRefused } from '@lamro/casework';
import { type Words, wordsIn } from '@lamro/wording';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import type { DeskOptions } from '../desk/options.ts';
import { Forbidden, InvalidForm, NotFound, StaleForm } from '../desk/refusals.ts';
import type { DeskEnv, View } from '../desk/view.ts';
import { layout, plainLayout } from '../page/layout.ts';

interface Problem {
  readonly status: 403 | 404 | 409 | 422 | 500;
  readonly title: string;
  readonly text: string;
}

/** The page for what went wrong: what it was and what to do next, never its inner words. */
export function answerProblem(
  c: Context<DeskEnv>,
  error: Error,
  options: Pick<DeskOptions, 'onError' | 'clock'>,
): Response | Promise<Response> {
  // What Hono itself refuses, such as a body that is too large, has its own short answer.
  if (error instanceof HTTPException) return error.getResponse();
  const signed = c.get('signed');
  const view: View = signed ?? c.get('view') ?? bareView(options);
  const problem = problemOf(error, view.words) ?? unforeseen(error, view.words, options);
  const page = {
    title: problem.title,
    body: html`<p>${problem.text}</p><p><a class="button" href="/">${view.words.problem.home}</a></p>`,
  };
  return c.html(signed === undefined ? plainLayout(view, page) : layout(signed, page), problem.status);
}

function problemOf(error: Error, { problem }: Words): Problem | null {
  if (error instanceof NotFound) return { status: 404, title: problem.notFoundTitle, text: problem.notFound };
  if (error instanceof Forbidden)
    return { status: 403, title: problem.forbiddenTitle, text: `${error.why} ${problem.forbidden}` };
  if (error instanceof StaleForm) return { status: 403, title: problem.tokenTitle, text: problem.token };
  if (error instanceof InvalidForm)
    return { status: 422, title: problem.invalidTitle, text: problem.invalid(error.fields.join(', ')) };
  if (error instanceof CommandRefused || error instanceof IdentityError)
    return { status: 409, title: problem.refusedTitle, text: error.message };
  return null;
}

function unforeseen(error: Error, { problem }: Words, options: Pick<DeskOptions, 'onError'>): Problem {
  const id = randomBytes(4).toString('hex');
  options.onError?.(error, id);
  return { status: 500, title: problem.brokenTitle, text: problem.broken(id) };
}

/** For failures before the view could be drawn up. */
function bareView(options: Pick<DeskOptions, 'clock'>): View {
  return {
    locale: 'vi',
    words: wordsIn('vi'),
    theme: 'auto',
    path: '/',
    here: '/',
    token: '',
    now: options.clock.now(),
    sampleAccountsFile: null,
  };
}
