export function chromiumPath(): string | undefined;
export function chromiumOptions(): { executablePath: string | undefined; args: string[] };
