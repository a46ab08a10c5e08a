import { isPublic } from '@lamro/casework';
import { channelSchema } from '@lamro/domain';
import { termOf } from '@lamro/wording';
import { areaField, selectField, textField } from '../page/field.ts';
import type { CaseCommand } from './command.ts';
import type { CaseContent } from './content.ts';
import { need, typedText } from './form.ts';

const RELEASED: readonly string[] = ['released', 'monitoring', 'closed'];

/** Releases that the public could read and that nobody has taken back. */
function publicReleases({ releases }: CaseContent) {
  return releases.filter(({ channel, withdrawnAt }) => {
    const known = channelSchema.safeParse(channel);
    return withdrawnAt === null && known.success && isPublic(known.data);
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
      selectField({
        id: 'clarification-release',
        name: 'release',
        label: fields.release,
        required: true,
        value: typed['release'] ?? '',
        choices: publicReleases(content).map(({ id, channel, releasedBy }) => ({
          value: id,
          label: `${termOf(view.words.terms.channels, channel)} · ${releasedBy}`,
        })),
      }),
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
