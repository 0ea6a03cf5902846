// What a .NET program takes to start: the yardstick for the start of danvan.
return 0;
