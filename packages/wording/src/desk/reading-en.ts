import type { Shape } from '../locale/locale.ts';
import type { readingVi } from './reading-vi.ts';

/** English words of working through lists, of translating, and of what stands beside an article. */
export const readingEn: Shape<typeof readingVi> = {
  bulk: {
    title: 'With the chosen items',
    pick: (title) => `Choose: ${title}`,
    pickAll: 'Choose every item of this page',
    nothing: 'No item was chosen. Go back to the list, tick some items and try again.',
    action: 'What to do',
    actions: {
      read: 'Mark as read',
      unread: 'Mark as unread',
      dismissed: 'Dismiss the flags',
      'needs-evidence': 'Flags need more evidence',
      reopen: 'Take decided flags up again',
    },
    flagHint:
      'What concerns flags needs a reason; dismissing needs a verdict too. Confirming and releasing are done one by one.',
    submit: 'Carry out',
    resultTitle: 'Result',
    done: (count) => `Carried out for ${count} items.`,
    partly: (done, refused) => `Carried out for ${done} items; not for ${refused}, each with its reason below.`,
    carriedOut: 'Carried out',
    refused: 'Not carried out',
    noFlag: 'This item has no flag.',
    undo: 'Undo: take these flags up again',
    undoReason: 'Undoes what was done to several items at once.',
    undoRead: 'Undo: mark as unread',
    backToList: 'Back to the list',
    item: 'Item',
    outcome: 'Result',
  },
  live: {
    show: (count) => `${count} new items. Show them on top`,
    busy: 'Loading…',
  },
  ask: {
    remove: 'Remove…',
    removeFilter: (name) => `Remove the filter “${name}” for good?`,
    endSession: 'This session will have to sign in again. End it?',
    disable: (name) => `${name} will be signed out and cannot sign in again. Disable the account?`,
    endSpeaker: (name) => `${name} will no longer release as a spokesperson. End this?`,
  },
  translating: {
    original: 'Original',
    write: 'Translate, or correct the translation',
    hint: 'What an analyst writes is shown in place of the machine translation, with the name. Earlier ones are kept.',
    title: 'Title in Vietnamese',
    body: 'Text in Vietnamese',
    submit: 'Save the translation',
    saved: 'The translation is saved.',
    by: (name) => `translated by ${name}`,
  },
  names: {
    title: 'Names that touch sovereignty',
    note: 'The article uses names other than the Vietnamese ones. This is a note to the reader: no signal, and it raises no flag.',
    row: (found, instead) => `The article writes “${found}”; our own texts write: ${instead}.`,
  },
  timeline: {
    here: 'this article',
    first: 'first one that was read',
    words: (added, removed) => `${added} words added, ${removed} removed`,
  },
};
