const PROBLEM = 'class="form-problem"';

/**
 * The answer to a form: where the form was not taken, its title says so first of all. Next makes the title before it
 * knows what came of the form.
 */
export function titledByOutcome(html: string): string {
  return html.includes(PROBLEM) ? html.replace(/<title>(?:Error: )?/, "<title>Error: ") : html;
}
