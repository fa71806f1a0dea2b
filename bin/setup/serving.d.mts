export const SERVING_PROGRAM: string;
export function servingArguments(dev?: boolean): string[];
