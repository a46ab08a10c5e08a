import { renderPackage } from '@lamro/briefing';
import { isPublic } from '@lamro/casework';
import { channelSchema, formatClause } from '@lamro/domain';
import { packageWords } from '@lamro/wording';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { DeskOptions } from '../desk/options.ts';
import { pathId } from '../desk/read.ts';
import { NotFound } from '../desk/refusals.ts';
import { agencyName, type DeskEnv, type SignedView } from '../desk/view.ts';
import { type Html, section } from '../page/parts.ts';
import { type CaseContent, readCase } from './content.ts';

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly ground: string;
}

/** Who gets a released clarification by the regulation: ministry and missions by name, press organs by their channel. */
function recipientsOf({ profile }: SignedView): readonly Recipient[] {
  const { instrument, number } = profile.regulation;
  const cited = (clauses: readonly Parameters<typeof formatClause>[0][]) =>
    `${clauses.map((clause) => formatClause(clause, instrument)).join('; ')} (${number})`;
  const press = profile.channels.find(
    ({ id, open, basis }) => id === 'information-to-press' && open && basis === 'law',
  );
  return [
    ...profile.clarificationsTo.map(({ agency, clauses }) => ({
      id: agency,
      name: agencyName(profile, agency),
      ground: cited(clauses),
    })),
    ...(press === undefined ? [] : [{ id: 'bao-chi', name: packageWords.press, ground: cited(press.clauses) }]),
  ];
}

/** The answers that are out by a channel which everybody can follow, Vietnamese first. */
function releasedTexts({ releases, responses }: CaseContent) {
  const out = new Set(
    releases
      .filter(({ channel, withdrawnAt }) => {
        const known = channelSchema.safeParse(channel);
        return withdrawnAt === null && known.success && isPublic(known.data);
      })
      .map(({ responseId }) => responseId),
  );
  return responses
    .filter(({ id }) => out.has(id))
    .map(({ language, title, body }) => ({ language, title, body }))
    .sort((a, b) => Number(b.language === 'vi') - Number(a.language === 'vi') || a.language.localeCompare(b.language));
}

/** Packages of a released clarification for those whom the regulation names as its recipients. */
export function packageRoutes({ pool, casework }: DeskOptions): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/cases/:id/packages/:recipient', async (c) => {
    const view = c.get('signed');
    const content = await readCase(pool, view, pathId(c));
    const recipient = recipientsOf(view).find(({ id }) => id === c.req.param('recipient'));
    const texts = releasedTexts(content);
    if (recipient === undefined || texts.length === 0) throw new NotFound();
    await casework.noteOpening(view.actor, { caseId: content.row.id });
    const bytes = await renderPackage({
      office: view.profile.office,
      recipient: recipient.name,
      ground: recipient.ground,
      caseNumber: content.row.number,
      texts,
      now: view.now,
    });
    const name = `${content.row.number}-${recipient.id}`.replaceAll(/[^\w.-]+/g, '-');
    return c.body(Uint8Array.from(bytes), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}.zip"`,
    });
  });
  return routes;
}

/** Links to the packages of a case; nothing where nothing is released or the regulation names nobody. */
export function packageSection(view: SignedView, content: CaseContent): Html {
  const recipients = recipientsOf(view);
  if (recipients.length === 0 || releasedTexts(content).length === 0) return html``;
  return section(
    'packages',
    packageWords.title,
    html`<ul class="downloads">${recipients.map(
      ({ id, name, ground }) =>
        html`<li><a href="/cases/${content.row.id}/packages/${id}" download>${name} (ZIP)</a> <small>${ground}</small></li>`,
    )}</ul>`,
    packageWords.hint,
  );
}
