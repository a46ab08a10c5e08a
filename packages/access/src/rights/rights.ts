import { ROLES, type Role } from '@lamro/domain';
import type { Actor } from '../actor/actor.ts';
import { COMMANDS, type Command, type CommandRule } from './commands.ts';

/** What a command is about: a row's province, and the agencies it concerns where it concerns any. */
export interface Target {
  readonly profile: string;
  /** Agencies whose matter it is; for a right that reaches the own agency, one of them must be the actor's. */
  readonly agencies?: readonly string[];
}

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly why: string; readonly whoMay: readonly Role[] };

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  analyst: 'chuyên viên theo dõi',
  officer: 'cán bộ cơ quan',
  leader: 'lãnh đạo duyệt',
  coordinator: 'đầu mối quản lý',
  administrator: 'quản trị viên',
  auditor: 'người kiểm tra',
};

/**
 * Whether an actor may give a command, and if not, why and who may, in Vietnamese.
 *
 * @example may(actor, 'case.accept', { profile: 'thai-binh', agencies: ['so-y-te'] })
 */
export function may(actor: Actor, command: Command, target: Target): Decision {
  const rule: CommandRule = COMMANDS[command];
  const refuse = (why: string): Decision => ({ allowed: false, why, whoMay: rolesFor(command) });
  if (actor.profile !== target.profile) {
    return refuse('Việc này thuộc tỉnh khác: tài khoản chỉ dùng được trong tỉnh của mình.');
  }
  const reach = rule.roles[actor.role];
  if (reach === undefined) {
    return refuse(`Vai trò ${ROLE_NAMES[actor.role]} không được ${rule.does}; người được làm: ${namesOf(command)}.`);
  }
  if (reach === 'profile' || reachesAll(actor) || targets(target, actor.agency)) return { allowed: true };
  return refuse(
    `Chỉ người của cơ quan liên quan được ${rule.does} ở đây; cơ quan của bạn không phải cơ quan liên quan.`,
  );
}

/**
 * Only a leader of the provincial office stands over every agency. An analyst without agency watches and assigns for the
 * province, but does not answer in the name of an agency that was assigned.
 */
function reachesAll(actor: Actor): boolean {
  return actor.agency === null && actor.role !== 'analyst' && actor.role !== 'officer';
}

function targets(target: Target, agency: string | null): boolean {
  return agency !== null && target.agencies?.includes(agency) === true;
}

/** The Vietnamese name of a role, in lower case. */
export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

/** Roles that may give a command, at least in their own agency. */
export function rolesFor(command: Command): readonly Role[] {
  const rule: CommandRule = COMMANDS[command];
  return ROLES.filter((role) => rule.roles[role] !== undefined);
}

function namesOf(command: Command): string {
  return rolesFor(command)
    .map((role) => ROLE_NAMES[role])
    .join(', ');
}
