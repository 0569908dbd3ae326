with added as (
    insert into protected_table (
        family, name, period, cells, primary_cells, secondary_cells, told_cells, equation_cells, cost, cost_at_least, width, levels,
        sums, tells_weights, files, secret_values
    )
    values (
        :family, :name, :period, :cells, :primaryCells, :secondaryCells, :toldCells, :equationCells, :cost, :costAtLeast, :width, :levels,
        :sums, :tellsWeights, :files, :secretValues
    )
    returning number
)
insert into calculated_protection
select :calculation, number from added
returning protected_table
