package io.tallybook.standards.gpa2172;

/**
 * What of a component a thousand cubic feet of gas at base conditions hold as liquid.
 *
 * @param component its name
 * @param idealGallonsPerMcf of ideal gas, gal/Mcf
 * @param gallonsPerMcf of real gas, gal/Mcf
 * @param shrinkMmbtuPerMcf energy that leaves the gas with the liquid, MMBtu/Mcf
 */
public record TheoreticalLiquid(
        String component, double idealGallonsPerMcf, double gallonsPerMcf, double shrinkMmbtuPerMcf) {}
