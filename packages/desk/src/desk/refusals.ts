/** A page or row that this person's province does not have. */
export class NotFound extends Error {
  constructor() {
    super('not found');
    this.name = 'NotFound';
  }
}

/** A page that this person's role may not open; `why` is the sentence of the table of rights. */
export class Forbidden extends Error {
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.name = 'Forbidden';
    this.why = why;
  }
}

/** A form whose token does not belong to this browser and account. */
export class StaleForm extends Error {
  constructor() {
    super('stale form');
    this.name = 'StaleForm';
  }
}

/** A form with fields that cannot be; `fields` are the names of those. */
export class InvalidForm extends Error {
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    super(`invalid: ${fields.join(', ')}`);
    this.name = 'InvalidForm';
    this.fields = fields;
  }
}
