/** What is wrong with a structure, an expression in it, or the values of a message. `names`: with commas between. */
export const structureFaults = {
	expressionNumber: 'This number has too many digits.',
	expressionQuote: 'This quote has no end.',
	expressionEquals: 'Write == to compare.',
	expressionCharacter: ({ character }: { readonly character: string }) => `“${character}” has no meaning here.`,
	expressionLong: ({ most }: { readonly most: number }) => `An expression has at most ${most} characters.`,
	expressionDeep: ({ most }: { readonly most: number }) => `Parts of an expression nest at most ${most} levels deep.`,
	expressionRest: 'Expected an operator, or the end of the expression.',
	expressionOperand: 'Expected a number, a text in quotes, or the name of a field.',
	expressionExpected: ({ expected }: { readonly expected: string }) => `Expected ${expected} here.`,
	expressionFunction: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no function ${name}(): it can be ${names}.`,
	expressionArguments: ({ name, most }: { readonly name: string; readonly most: number }) =>
		`${name}() has another number of arguments: at most ${most}.`,
	expressionNotNumber: 'Expected a number here.',
	expressionNeverEqual: 'These are never equal: one is a number, a text or bytes, the other is not.',
	expressionWantsField: ({ name }: { readonly name: string }) => `${name}() needs the name of a field.`,
	expressionNoMember: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no “${name}”: it can be ${names}.`,
	expressionNoField: ({ name }: { readonly name: string }) => `The structure has no field “${name}”.`,
	expressionNearField: ({ name, near }: { readonly name: string; readonly near: string }) =>
		`The structure has no field “${name}”. Did you mean ${near}?`,
	expressionNoVariable: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no variable “${name}”${names === '' ? '' : `: there is ${names}`}.`,

	messageCut: ({
		structure,
		field,
		offset,
	}: {
		readonly structure: string;
		readonly field: string;
		readonly offset: number;
	}) => `Not a whole message of ${structure}: it ends at offset ${offset}, inside ${field}.`,
	messageRest: ({
		structure,
		bytes,
		offset,
	}: {
		readonly structure: string;
		readonly bytes: number;
		readonly offset: number;
	}) =>
		`Not a message of ${structure}: it ends at offset ${offset}, and ${bytes === 1 ? '1 byte' : `${bytes} bytes`} more came.`,
	messageUnexpected: ({
		structure,
		field,
		offset,
		expected,
	}: {
		readonly structure: string;
		readonly field: string;
		readonly offset: number;
		readonly expected: string;
	}) => `Not a message of ${structure}: ${field} at offset ${offset} should be ${expected}.`,
	messageChecksum: ({
		structure,
		field,
		offset,
		expected,
	}: {
		readonly structure: string;
		readonly field: string;
		readonly offset: number;
		readonly expected: string;
	}) => `Not a message of ${structure}: the checksum ${field} at offset ${offset} should be ${expected}.`,
	messageLimit: ({
		structure,
		field,
		offset,
	}: {
		readonly structure: string;
		readonly field: string;
		readonly offset: number;
	}) =>
		`Not a message of ${structure}: from ${field} at offset ${offset} on it has more fields, or costs more, than is read.`,
	messageUnreadable: ({
		structure,
		field,
		offset,
	}: {
		readonly structure: string;
		readonly field: string;
		readonly offset: number;
	}) => `Not a message of ${structure}: ${field} at offset ${offset} cannot be read.`,

	conditionUnmet: ({ condition }: { readonly condition: string }) => `${condition} does not hold.`,
	conditionMissing: ({ condition, field }: { readonly condition: string; readonly field: string }) =>
		`${condition} does not hold: the message has no ${field}.`,
	conditionValues: ({
		condition,
		values,
		offset,
		bytes,
	}: {
		readonly condition: string;
		readonly values: string;
		readonly offset: number;
		readonly bytes: number;
	}) => `${condition} does not hold: ${values} (${bytes === 1 ? '1 byte' : `${bytes} bytes`} at offset ${offset}).`,
	noStructure: ({ name, names }: { readonly name: string; readonly names: string }) =>
		names === ''
			? `There is no structure “${name}” that can be used.`
			: `There is no structure “${name}” that can be used: it can be ${names}.`,
	composeTwice: 'An answer has either reply or compose.',
	captureMissing: ({ name, expression }: { readonly name: string; readonly expression: string }) =>
		`The variable ${name} gets nothing: ${expression} has no value in this message.`,

	structureUnreadable: ({ why }: { readonly why: string }) => `The structure ${why}`,
	structureUnknownKey: 'Wirebench does not know this key.',
	structureOwnId: ({ id }: { readonly id: string }) =>
		`Wirebench has a protocol with the id “${id}”, and filters name its fields by it. Give the structure another id.`,
	structureNoFields: 'Give the structure either fields or a .proto text.',
	structureNoName: 'Give the field a name.',
	structureTwice: ({ name }: { readonly name: string }) =>
		`There are two fields “${name}” here: only fields with a condition can share a name.`,
	structureReserved: ({ name }: { readonly name: string }) =>
		`“${name}” is a word of expressions: give the field another name.`,
	structureNoType: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no type “${name}”${names === '' ? '' : `: it can be ${names}`}.`,
	structureNoEnum: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no enum “${name}”${names === '' ? '' : `: it can be ${names}`}.`,
	structureNoField: ({ name, names }: { readonly name: string; readonly names: string }) =>
		`There is no field “${name}”${names === '' ? '' : `: it can be ${names}`}.`,
	structureOneOf: ({ keys }: { readonly keys: string }) => `Give one of ${keys}.`,
	structureEmptyBytes: 'Give at least one byte.',
	structureScale:
		'Only integers of up to 53 bits and numbers of up to 32 bits have a scale, which is not 0. Flags and enums have none.',
	structureBeyond: ({ least, most }: { readonly least: string; readonly most: string }) =>
		`It does not fit: the field has values from ${least} to ${most}.`,
	structureBit: ({ bits }: { readonly bits: number }) => `The field has ${bits} bits, and bit 0 is the lowest.`,
	structureManyMembers: ({ most }: { readonly most: number }) => `An enum has at most ${most} members.`,
	structureDeep: ({ most }: { readonly most: number }) => `Fields nest at most ${most} levels deep.`,

	ksyNotYaml: ({ line, column }: { readonly line: number; readonly column: number }) =>
		`This is no YAML: look at line ${line}, column ${column}.`,
	ksyNoSeq: 'This is no .ksy file with a list seq.',
	ksyOutside: ({ what }: { readonly what: string }) => `It is not imported: structures have no ${what}.`,
	ksyExpression: ({ expression, reason }: { readonly expression: string; readonly reason: string }) =>
		`The expression ${expression} is not imported. ${reason}`,

	valueMissing: ({ field }: { readonly field: string }) => `Give a value for ${field}.`,
	valueNoField: ({ field }: { readonly field: string }) => `The structure has no field ${field} here.`,
	valueNotNumber: ({ field }: { readonly field: string }) => `${field} has to be a number.`,
	valueNotWhole: ({ field }: { readonly field: string }) => `${field} has to be a whole number.`,
	valueNotText: ({ field }: { readonly field: string }) => `${field} has to be a text.`,
	valueNotBytes: ({ field }: { readonly field: string }) => `${field} has to be bytes in hexadecimal.`,
	valueNotGroup: ({ field }: { readonly field: string }) =>
		`${field} has to be an object with the values of its fields.`,
	valueNotList: ({ field }: { readonly field: string }) => `${field} has to be a list.`,
	valueBeyond: ({ field, least, most }: { readonly field: string; readonly least: string; readonly most: string }) =>
		`${field} has to be from ${least} to ${most}.`,
	valueNoMember: ({ field, name, names }: { readonly field: string; readonly name: string; readonly names: string }) =>
		`${field} cannot be “${name}”: it can be ${names}.`,
	valueWritten: ({ field, reason }: { readonly field: string; readonly reason: string }) => `${field}: ${reason}`,
	valueOnly: ({ field, expected }: { readonly field: string; readonly expected: string }) =>
		`${field} can only be ${expected}.`,
	valueSize: ({
		field,
		bytes,
		expected,
	}: {
		readonly field: string;
		readonly bytes: number;
		readonly expected: number;
	}) => `${field} has ${bytes} bytes, and the structure wants ${expected}.`,
	valueCount: ({
		field,
		count,
		expected,
	}: {
		readonly field: string;
		readonly count: number;
		readonly expected: number;
	}) => `${field} has ${count} elements, and the structure wants ${expected}.`,
	valueNotComputed: ({ field, expression }: { readonly field: string; readonly expression: string }) =>
		`${field} cannot be computed: ${expression} has no value here.`,
	valueReadBack: ({ field }: { readonly field: string }) =>
		`The message would not be read as it was written: ${field} would be something else. A length, a terminator or a condition contradicts the values.`,
	valueLarge: ({ most }: { readonly most: number }) => `A message has at most ${most} bytes.`,
};
