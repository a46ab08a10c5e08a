import type { ProofInput } from '@lamro/casework';
import type { Channel } from '@lamro/domain';
import { html } from 'hono/html';
import type { SignedView } from '../desk/view.ts';
import { areaField, selectField, textField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import type { Typed } from './command.ts';
import type { CaseContent } from './content.ts';
import { instantOf, need } from './form.ts';

type Field =
  | 'number'
  | 'date'
  | 'file'
  | 'speaker'
  | 'at'
  | 'place'
  | 'words'
  | 'url'
  | 'recipient'
  | 'recipients'
  | 'receipt'
  | 'outlet';

/** What each channel asks to be filled in. */
const FIELDS: Readonly<Record<Channel, readonly Field[]>> = {
  'press-release': ['number', 'date', 'file'],
  spokesperson: ['speaker', 'at', 'place', 'words'],
  'press-briefing': ['date', 'place', 'file'],
  'portal-post': ['url'],
  'information-to-press': ['recipient', 'at', 'receipt'],
  'information-to-forces': ['recipients', 'at', 'words'],
  'press-conference': ['at', 'place', 'speaker', 'file'],
  'correction-request': ['outlet', 'number', 'date', 'file'],
};

/** Controls of one channel's proof. */
export function proofFields(view: SignedView, content: CaseContent, channel: Channel, typed: Typed): Html {
  return html`${FIELDS[channel].map((field) => control(view, content, field, typed[field] ?? ''))}`;
}

function control(view: SignedView, content: CaseContent, field: Field, value: string): Html {
  const { fields } = view.words.cases;
  const base = { id: `proof-${field}`, name: field, value, required: true };
  switch (field) {
    case 'number':
      return textField({ ...base, label: fields.proofNumber });
    case 'date':
      return textField({ ...base, label: fields.proofDate, type: 'date' });
    case 'at':
      return textField({ ...base, label: fields.proofAt, type: 'datetime-local' });
    case 'place':
      return textField({ ...base, label: fields.proofPlace });
    case 'url':
      return textField({ ...base, label: fields.proofUrl, type: 'url' });
    case 'outlet':
    case 'recipient':
      return textField({ ...base, label: fields.proofOutlet });
    case 'receipt':
      return textField({ ...base, label: fields.proofReceipt });
    case 'recipients':
      return areaField({ ...base, label: fields.proofRecipients, rows: 3 });
    case 'words':
      return areaField({ ...base, label: fields.proofWords, rows: 4 });
    case 'file':
      return fileField(view, content, base);
    case 'speaker':
      return speakerField(view, content, base);
  }
}

interface Base {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly required: boolean;
}

function fileField(view: SignedView, { files }: CaseContent, base: Base): Html {
  const { fields } = view.words.cases;
  return selectField({
    ...base,
    label: fields.proofFile,
    none: fields.choose,
    choices: files.map(({ id, fileName }) => ({ value: id, label: fileName })),
    ...(files.length === 0 ? { hint: fields.noFile } : {}),
  });
}

function speakerField(view: SignedView, { speakers }: CaseContent, base: Base): Html {
  const { fields } = view.words.cases;
  const inForce = speakers.filter(({ endedAt }) => endedAt === null);
  return selectField({
    ...base,
    label: fields.proofSpeaker,
    none: fields.choose,
    choices: inForce.map(({ id, name, post }) => ({ value: id, label: `${name}, ${post}` })),
    ...(inForce.length === 0 ? { hint: fields.noSpeaker } : {}),
  });
}

/** The proof that was typed. @throws InvalidForm naming the field that is missing */
export function proofOf(channel: Channel, typed: Typed): ProofInput {
  switch (channel) {
    case 'press-release':
      return { channel, number: need(typed, 'number'), date: need(typed, 'date'), attachmentId: need(typed, 'file') };
    case 'spokesperson':
      return {
        channel,
        spokespersonId: need(typed, 'speaker'),
        at: instantOf(typed, 'at'),
        place: need(typed, 'place'),
        summary: need(typed, 'words'),
      };
    case 'press-briefing':
      return { channel, date: need(typed, 'date'), place: need(typed, 'place'), attachmentId: need(typed, 'file') };
    case 'portal-post':
      return { channel, url: need(typed, 'url') };
    case 'information-to-press':
      return {
        channel,
        recipient: need(typed, 'recipient'),
        sentAt: instantOf(typed, 'at'),
        receipt: need(typed, 'receipt'),
      };
    case 'information-to-forces':
      return {
        channel,
        recipients: linesOf(need(typed, 'recipients')),
        sentAt: instantOf(typed, 'at'),
        text: need(typed, 'words'),
      };
    case 'press-conference':
      return {
        channel,
        at: instantOf(typed, 'at'),
        place: need(typed, 'place'),
        spokespersonId: need(typed, 'speaker'),
        attachmentId: need(typed, 'file'),
      };
    case 'correction-request':
      return {
        channel,
        outlet: need(typed, 'outlet'),
        number: need(typed, 'number'),
        date: need(typed, 'date'),
        attachmentId: need(typed, 'file'),
      };
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
