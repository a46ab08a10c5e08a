import { InvalidForm } from '../desk/refusals.ts';
import type { SignedView } from '../desk/view.ts';
import { areaField, type Choice, selectField } from '../page/field.ts';
import type { Html } from '../page/parts.ts';
import type { Typed } from './command.ts';

/** A typed value that must be there. @throws InvalidForm */
export function need(typed: Typed, name: string): string {
  const value = typed[name]?.trim() ?? '';
  if (value === '') throw new InvalidForm([name]);
  return value;
}

/** A typed value, or undefined where nothing was typed. */
export function typedText(typed: Typed, name: string): string | undefined {
  const value = typed[name]?.trim() ?? '';
  return value === '' ? undefined : value;
}

/** A local date and hour as typed into a form, as an instant in Vietnam's zone. */
export function instantOf(typed: Typed, name: string): string {
  const value = need(typed, name);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) ? `${value}:00+07:00` : value;
}

/** Agencies of the province that are in force, by name. */
export function agencyChoices(view: SignedView): readonly Choice[] {
  const today = view.now.toISOString().slice(0, 10);
  return [...view.profile.agencies.values()]
    .filter(
      (agency) =>
        (agency.level === 'province' || agency.level === 'party') && (agency.to === null || agency.to >= today),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

export function reasonField(view: SignedView, command: string, typed: Typed, name = 'reason', required = true): Html {
  return areaField({
    id: `${command}-${name}`,
    name,
    label: view.words.cases.fields.reason,
    rows: 3,
    required,
    value: typed[name] ?? '',
  });
}

export function agencyField(
  view: SignedView,
  field: { id: string; name: string; label: string; value: string; hint?: string; required?: boolean },
): Html {
  return selectField({ ...field, none: view.words.cases.fields.choose, choices: agencyChoices(view) });
}
