import { isPublic } from '@lamro/casework';
import { channelSchema } from '@lamro/domain';
import { termOf } from '@lamro/wording';
import type { SignedView } from '../desk/view.ts';
import { areaField, checkbox, selectField, textField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import type { CaseCommand, Typed } from './command.ts';
import type { CaseContent } from './content.ts';
import { need, reasonField, typedText } from './form.ts';

const RELEASED: readonly string[] = ['released', 'monitoring', 'closed'];

/** Releases that the public could read and that nobody has taken back. */
function publicReleases({ releases }: CaseContent) {
  return releases.filter(({ channel, withdrawnAt }) => {
    const known = channelSchema.safeParse(channel);
    return withdrawnAt === null && known.success && isPublic(known.data);
  });
}

function releaseField(view: SignedView, content: CaseContent, typed: Typed, id: string): Html {
  return selectField({
    id,
    name: 'release',
    label: view.words.cases.fields.release,
    required: true,
    value: typed['release'] ?? '',
    choices: publicReleases(content).map((release) => ({
      value: release.id,
      label: `${termOf(view.words.terms.channels, release.channel)} · ${release.releasedBy}`,
    })),
  });
}

/** What a release said becomes an official record, against which later articles are measured. */
export const clarificationCommand: CaseCommand = {
  id: 'publish-clarification',
  right: 'case.publish-clarification',
  concern: 'lead',
  fits: (content) => RELEASED.includes(content.state) && publicReleases(content).length > 0,
  fields: (view, content, typed) => {
    const { fields } = view.words.cases;
    return [
      releaseField(view, content, typed, 'clarification-release'),
      areaField({
        id: 'clarification-passage',
        name: 'passage',
        label: fields.passage,
        hint: fields.passageHint,
        rows: 4,
        value: typed['passage'] ?? '',
      }),
      textField({
        id: 'clarification-number',
        name: 'documentNumber',
        label: fields.proofNumber,
        hint: fields.asReleased,
        value: typed['documentNumber'] ?? '',
      }),
      textField({
        id: 'clarification-url',
        name: 'sourceUrl',
        type: 'url',
        label: fields.sourceUrl,
        hint: fields.asReleased,
        value: typed['sourceUrl'] ?? '',
      }),
    ];
  },
  run: (casework, actor, target, typed) =>
    casework.publishClarification(actor, {
      ...target,
      releaseId: need(typed, 'release'),
      passage: typedText(typed, 'passage'),
      documentNumber: typedText(typed, 'documentNumber'),
      sourceUrl: typedText(typed, 'sourceUrl'),
    }),
};

/** A leader opens the answer to everybody. */
export const openToPublicCommand: CaseCommand = {
  id: 'open-to-public',
  right: 'case.open-to-public',
  concern: 'lead',
  fits: (content) => RELEASED.includes(content.state) && content.opened === null && publicReleases(content).length > 0,
  fields: (view, content, typed) => {
    const { fields } = view.words.cases;
    return [
      releaseField(view, content, typed, 'public-release'),
      areaField({
        id: 'public-claim',
        name: 'claim',
        label: fields.publicClaim,
        hint: fields.publicClaimHint,
        rows: 3,
        required: true,
        value: typed['claim'] ?? content.articles.map(({ quote }) => quote).join('\n'),
      }),
      checkbox({
        id: 'public-no-persons',
        name: 'noPrivatePersons',
        value: 'yes',
        label: fields.noPrivatePersons,
        checked: typed['noPrivatePersons'] === 'yes',
      }),
    ];
  },
  run: (casework, actor, target, typed) => {
    need(typed, 'noPrivatePersons');
    return casework.openToPublic(actor, {
      ...target,
      releaseId: need(typed, 'release'),
      claim: need(typed, 'claim'),
      noPrivatePersons: true,
    });
  },
};

export const closeToPublicCommand: CaseCommand = {
  id: 'close-to-public',
  right: 'case.open-to-public',
  concern: 'lead',
  grave: true,
  fits: (content) => content.opened !== null,
  fields: (view, _content, typed) => reasonField(view, 'close-to-public', typed),
  run: (casework, actor, target, typed) => casework.closeToPublic(actor, { ...target, reason: need(typed, 'reason') }),
};
