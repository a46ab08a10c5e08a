import { html } from 'hono/html';
import type { View } from '../desk/view.ts';
import type { Html } from './parts.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly id: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly hint?: string;
}

/** A labelled control with its hint tied to it. */
function labelled(field: FieldBase, control: Html): Html {
  return html`<div class="field">
    <label for="${field.id}">${field.label}${field.required ? html` <span class="required" aria-hidden="true">*</span>` : ''}</label>
    ${control}
    ${field.hint === undefined ? '' : html`<p class="hint" id="${field.id}-hint">${field.hint}</p>`}
  </div>`;
}

function described(field: FieldBase): Html {
  return field.hint === undefined ? html`` : html` aria-describedby="${field.id}-hint"`;
}

export function textField(
  field: FieldBase & {
    type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'search' | 'url';
    autocomplete?: string;
    list?: string;
  },
): Html {
  return labelled(
    field,
    html`<input id="${field.id}" name="${field.name}" type="${field.type ?? 'text'}" value="${field.value ?? ''}"
      ${field.autocomplete === undefined ? '' : html`autocomplete="${field.autocomplete}"`}
      ${field.list === undefined ? '' : html`list="${field.list}"`}
      ${field.required ? html`required` : ''}${described(field)}>`,
  );
}

export function areaField(field: FieldBase & { rows?: number }): Html {
  return labelled(
    field,
    html`<textarea id="${field.id}" name="${field.name}" rows="${field.rows ?? 4}" ${field.required ? html`required` : ''}${described(field)}>
${field.value ?? ''}</textarea>`,
  );
}

export function selectField(field: FieldBase & { choices: readonly Choice[]; none?: string }): Html {
  return labelled(
    field,
    html`<select id="${field.id}" name="${field.name}" ${field.required ? html`required` : ''}${described(field)}>
      ${field.none === undefined ? '' : html`<option value="">${field.none}</option>`}
      ${field.choices.map(
        (choice) =>
          html`<option value="${choice.value}"${choice.value === field.value ? html` selected` : ''}>${choice.label}</option>`,
      )}
    </select>`,
  );
}

export function fileField(field: FieldBase): Html {
  return labelled(
    field,
    html`<input id="${field.id}" name="${field.name}" type="file" ${field.required ? html`required` : ''}${described(field)}>`,
  );
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export function checkbox(field: {
  /** Form that it belongs to, where it stands outside of it. */
  form?: string;
  name: string;
  value: string;
  id: string;
  label: string;
  checked: boolean;
}): Html {
  return html`<div class="check">
    <input type="checkbox" id="${field.id}" name="${field.name}" value="${field.value}"${field.form === undefined ? '' : html` form="${field.form}"`}${field.checked ? html` checked` : ''}>
    <label for="${field.id}">${field.label}</label>
  </div>`;
}

/** What cannot be taken back asks first: the button stands below the question, with or without scripts. */
export function askFirst(label: string, question: string, form: Html, name = label): Html {
  return html`<details class="ask"><summary aria-label="${name}">${label}</summary><div><p>${question}</p>${form}</div></details>`;
}

export interface FormShape {
  /** Classes of the form. */
  readonly kind?: string;
  readonly id?: string;
  /** Whether it carries a file. */
  readonly multipart?: boolean;
}

/** A form that changes something: it carries the token that ties it to this person's session. */
export function postForm(
  view: View,
  action: string,
  body: Html | readonly Html[],
  shape: string | FormShape = {},
): Html {
  const { kind = 'form', id, multipart }: FormShape = typeof shape === 'string' ? { kind: shape } : shape;
  return html`<form method="post" action="${action}" class="${kind}"${id === undefined ? '' : html` id="${id}"`}${multipart ? html` enctype="multipart/form-data"` : ''}>${hidden('token', view.token)}${body}</form>`;
}
