delete from staged_observation where line = any(:lines)
