import { join } from 'node:path';
import { fillBriefing, RENDERED_FORMATS, renderBriefing, renderPeriodReport, TemplateError } from '@lamro/briefing';
import { type BriefingPress, CommandRefused } from '@lamro/casework';
import { readLetterTemplate } from './letter-template.ts';

/**
 * Makes the files of briefings and period reports, by the operator's own Word and Excel files where the folder `templates` holds
 * them: `briefing.docx`, `period-report.docx` and `period-report.xlsx`. They are read anew each time.
 */
export function createDocumentPress(home: string, deskUrl: string): BriefingPress {
  const templateOf = (name: string) => readLetterTemplate(join(home, 'templates', name));
  return {
    formats: RENDERED_FORMATS,
    deskUrl,
    render: (document, format) =>
      explained('briefing.docx', async () => {
        const template = format === 'docx' ? await templateOf('briefing.docx') : null;
        return template === null ? renderBriefing(document, format) : fillBriefing(document, template);
      }),
    renderReport: (document, format) => {
      const name = `period-report.${format}`;
      return explained(name, async () => renderPeriodReport(document, format, await templateOf(name)));
    },
  };
}

/** A template that cannot be used stops the command with its reason, not with a failure of the system. */
async function explained(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new CommandRefused('file-refused', `Tệp mẫu ${name}: ${error.message}`);
  }
}
