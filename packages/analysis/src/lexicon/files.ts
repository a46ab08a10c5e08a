import fieldsCulture from '../../data/lexicon/fields/culture.json' with { type: 'json' };
import fieldsEconomy from '../../data/lexicon/fields/economy.json' with { type: 'json' };
import fieldsGovernment from '../../data/lexicon/fields/government.json' with { type: 'json' };
import fieldsNature from '../../data/lexicon/fields/nature.json' with { type: 'json' };
import fieldsSociety from '../../data/lexicon/fields/society.json' with { type: 'json' };
import statesDecisions from '../../data/lexicon/states/decisions.json' with { type: 'json' };
import statesInstitutions from '../../data/lexicon/states/institutions.json' with { type: 'json' };
import statesMeasures from '../../data/lexicon/states/measures.json' with { type: 'json' };
import statesMoney from '../../data/lexicon/states/money.json' with { type: 'json' };
import statesNature from '../../data/lexicon/states/nature.json' with { type: 'json' };
import statesPersons from '../../data/lexicon/states/persons.json' with { type: 'json' };
import statesWorks from '../../data/lexicon/states/works.json' with { type: 'json' };

/** Files of data/lexicon/states. */
export const STATE_FILES: readonly (readonly unknown[])[] = [
  statesDecisions,
  statesInstitutions,
  statesMeasures,
  statesMoney,
  statesNature,
  statesPersons,
  statesWorks,
];

/** Files of data/lexicon/fields. */
export const FIELD_FILES: readonly (readonly unknown[])[] = [
  fieldsCulture,
  fieldsEconomy,
  fieldsGovernment,
  fieldsNature,
  fieldsSociety,
];
