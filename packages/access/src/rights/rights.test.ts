import { ROLES } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command } from './commands.ts';
import { may } from './rights.ts';

const commands = Object.keys(COMMANDS).filter((name): name is Command => name in COMMANDS);

describe('may', () => {
  it('refuses every command to every role from another province', () => {
    for (const command of commands) {
      for (const role of ROLES) {
        const actor = { id: 'a', name: 'A', profile: 'cao-bang', role, agency: null };
        expect(may(actor, command, { profile: 'thai-binh' }).allowed, `${role} ${command}`).toBe(false);
      }
    }
  });

  it('lets the auditor read and nothing else', () => {
    const actor = { id: 'a', name: 'A', profile: 'thai-binh', role: 'auditor' as const, agency: null };
    const allowed = commands.filter((command) => may(actor, command, { profile: 'thai-binh' }).allowed);
    expect(
      allowed.filter((name) => !/\.(read|read-drafts|open-archived|verify)$|^export\.|^key\.create$/.test(name)),
    ).toEqual([]);
  });

  it('keeps an officer to the own agency and says so', () => {
    const officer = { id: 'a', name: 'A', profile: 'thai-binh', role: 'officer' as const, agency: 'so-y-te' };
    expect(may(officer, 'case.accept', { profile: 'thai-binh', agencies: ['so-y-te'] }).allowed).toBe(true);
    const refused = may(officer, 'case.accept', { profile: 'thai-binh', agencies: ['so-cong-thuong'] });
    expect(refused).toMatchObject({ allowed: false, whoMay: ['analyst', 'officer'] });
    expect(may(officer, 'case.accept', { profile: 'thai-binh' }).allowed).toBe(false);
  });
});
