import { ROLES } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command } from './commands.ts';
import { may } from './rights.ts';

/**
 * The whole table, written out so that a change of anybody's rights is read by a person. Columns: analyst, officer, leader,
 * coordinator, administrator, auditor. P: every agency of the own province; A: the own agency; -: not at all.
 */
const TABLE: readonly (readonly [Command, string])[] = [
  ['press.read', 'P P P P P P'],
  ['press.report', 'P P P P - -'],
  ['press.translate', 'P - - - - -'],
  ['press.open-archived', 'P P P P - P'],
  ['press.replay', 'P - - - P -'],
  ['story.arrange', 'P - - - - -'],
  ['filter.save', 'P P P P P -'],
  ['filter.share', 'P - - P - -'],
  ['flag.read', 'P P P P P P'],
  ['flag.review', 'P A - - - -'],
  ['flag.reopen', 'P - - P - -'],
  ['case.read', 'P A A P P P'],
  ['case.read-drafts', 'P A A P P P'],
  ['case.open', 'P A - P - -'],
  ['case.assign', 'P - - P - -'],
  ['case.approve-assignment', '- - A - - -'],
  ['case.accept', 'A A - - - -'],
  ['case.return', 'A A - - - -'],
  ['case.build-dossier', 'A A - - - -'],
  ['case.attach-file', 'A A A - - -'],
  ['case.certify-file', 'A A A - - -'],
  ['case.draft', 'A A - - - -'],
  ['case.comment', 'A A A P - -'],
  ['case.submit', 'A A - - - -'],
  ['case.send-back', '- - A - - -'],
  ['case.approve', '- - A - - -'],
  ['case.release', 'A A A - - -'],
  ['case.publish-clarification', 'A A A P - -'],
  ['case.open-to-public', '- - A - - -'],
  ['case.withdraw-release', '- - A - - -'],
  ['case.request-opinion', 'A A - P - -'],
  ['case.give-opinion', 'A A - - - -'],
  ['case.extend', '- - A P - -'],
  ['case.attach-republication', 'A A - P - -'],
  ['case.request-check', 'A A - P - -'],
  ['case.confirm-outcome', 'A A - P - -'],
  ['case.request-correction', 'A A A - - -'],
  ['case.close', 'P - A P - -'],
  ['case.close-without-response', '- - A - - -'],
  ['case.reopen', 'P - A P - -'],
  ['record.read', 'P P P P P P'],
  ['record.import', 'P A - P P -'],
  ['record.withdraw', '- A - P P -'],
  ['spokesperson.read', 'P P P P P P'],
  ['spokesperson.register', '- - - P P -'],
  ['briefing.read', 'P P P P P P'],
  ['briefing.edit', 'P - - P - -'],
  ['briefing.issue', '- - P P - -'],
  ['briefing.address', '- - - P P -'],
  ['report.read', 'P P P P P P'],
  ['report.compile', 'P - - P - -'],
  ['report.issue', '- - P P - -'],
  ['export.press', 'P P P P - P'],
  ['export.cases', 'P A A P - P'],
  ['export.records', 'P P P P P P'],
  ['source.read', 'P P P P P P'],
  ['source.change', '- - - - P -'],
  ['source.preview', 'P - - - P -'],
  ['account.read', '- - - - P P'],
  ['account.change', '- - - - P -'],
  ['key.create', 'P P P P P P'],
  ['profile.read', 'P P P P P P'],
  ['profile.change', '- - - - P -'],
  ['calendar.change', '- - - - P -'],
  ['webhook.change', '- - - - P -'],
  ['retention.change', '- - - - P -'],
  ['model.change', '- - - - P -'],
  ['queue.read', '- - - - P P'],
  ['queue.change', '- - - - P -'],
  ['audit.read', '- - - - P P'],
  ['chain.verify', '- - - P P P'],
  ['notice.read', 'P P P P P P'],
];

const OWN = 'so-y-te';
const OTHER = 'so-cong-thuong';

describe('the table of rights', () => {
  it('names every command of the system', () => {
    expect(TABLE.map(([command]) => command)).toEqual(Object.keys(COMMANDS));
  });

  it.each(TABLE)('%s: %s', (command, row) => {
    const reaches = row.split(' ');
    for (const [index, role] of ROLES.entries()) {
      const reach = reaches[index];
      const answer = (agency: string | null, profile: string) =>
        may({ id: 'a', name: 'A', profile, role, agency }, command, { profile: 'thai-binh', agencies: [OWN] }).allowed;
      expect(answer(OWN, 'thai-binh'), `${role} of the agency concerned`).toBe(reach !== '-');
      expect(answer(OTHER, 'thai-binh'), `${role} of another agency`).toBe(reach === 'P');
      // Those who answer for an agency need to be of one; leaders of the provincial office stand over all of them.
      const needsAgency = reach === 'A' && (role === 'analyst' || role === 'officer');
      expect(answer(null, 'thai-binh'), `${role} of the provincial office`).toBe(reach !== '-' && !needsAgency);
      expect(answer(OWN, 'cao-bang'), `${role} of another province`).toBe(false);
      expect(answer(null, 'cao-bang'), `${role} of another province's office`).toBe(false);
    }
  });
});
